import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes an mbox of mail that nobody wrote, in the shapes mail has, always the same: what the freshly built program
/// is rehearsed with, so that the virtual machine starts the next time with what it learnt.
///
/// Usage: java scripts/RehearsalMail.java MESSAGES OUT.mbox
final class RehearsalMail {
    private static final String[] SYLLABLES =
            "ba con de er fi ga ho in ju ka lo ma ne or per qui ra sta ti un ver wa xi yo zon ment ing ed".split(" ");
    private static final int VOCABULARY = 20_000;

    private final Random random = new Random(1);

    public static void main(String[] arguments) throws IOException {
        var mail = new RehearsalMail();
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (int i = 0; i < Integer.parseInt(arguments[0]); i++) out.write(mail.message(i));
        }
    }

    private String message(int number) {
        String date = ZonedDateTime.of(2020, 1, 1, 8, 0, 0, 0, ZoneOffset.UTC)
                .plusMinutes(number * 37L)
                .format(DateTimeFormatter.RFC_1123_DATE_TIME);
        String head = """
                From %s Wed Jan  1 08:00:00 2020
                Received: from mx.example.org (mx.example.org [192.0.2.1]) by mail.example.net with ESMTP id %d; %s
                Message-ID: <%d.rehearsal@example.org>
                From: "%s" <%s>
                To: %s, =?utf-8?Q?J=C3=BCrgen_M=C3=BCller?= <%s>
                Subject: Re: %s
                Date: %s
                MIME-Version: 1.0
                """.formatted(
                        address(), number, date, number, words(2), address(), address(), address(), words(6), date);
        return head + switch (number % 5) {
            case 0 -> "Content-Type: text/plain; charset=utf-8\n\n" + paragraphs();
            case 1 -> "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n" + html();
            case 2 -> multipart("alternative", plain(), "Content-Type: text/html; charset=utf-8\n\n" + html());
            case 3 -> multipart("mixed", plain(), attachment());
            default -> "\n" + paragraphs();
        } + "\n";
    }

    private String multipart(String kind, String first, String second) {
        return "Content-Type: multipart/%s; boundary=\"=_part\"\n\n--=_part\n%s\n--=_part\n%s\n--=_part--\n"
                .formatted(kind, first, second);
    }

    private String plain() {
        return "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\n" + paragraphs();
    }

    private String html() {
        return "<html><head><style>p { margin: 0 }</style></head><body><h1>" + words(5) + "</h1>"
                + paragraphs().replace("\n\n", "&nbsp;</p>\n<p class=3D\"x\">") + "<a href=3D\"https://example.org/\">"
                + words(3) + "</a></body></html>\n";
    }

    private String attachment() {
        byte[] bytes = new byte[2_000 + random.nextInt(20_000)];
        random.nextBytes(bytes);
        return "Content-Type: application/pdf; name=\"report.pdf\"\nContent-Disposition: attachment; filename=\"report.pdf\"\n"
                + "Content-Transfer-Encoding: base64\n\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n";
    }

    private String paragraphs() {
        return Stream.generate(() -> words(40 + random.nextInt(60)).replaceAll("(.{60,72}) ", "$1\n"))
                .limit(1 + random.nextInt(8))
                .collect(Collectors.joining(".\n\n", "", ".\n"));
    }

    private String words(int count) {
        return Stream.generate(this::word).limit(count).collect(Collectors.joining(" "));
    }

    /// Few words often and many seldom, as in any language.
    private String word() {
        Random letters = new Random((long) Math.pow(VOCABULARY, random.nextDouble()));
        return Stream.generate(() -> SYLLABLES[letters.nextInt(SYLLABLES.length)])
                .limit(1 + letters.nextInt(4))
                .collect(Collectors.joining());
    }

    private String address() {
        return word() + "@" + word() + ".example";
    }
}
