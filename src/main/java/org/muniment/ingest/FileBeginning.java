package org.muniment.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This is the first bytes of a file, from which one tells whether it is mail.
final class FileBeginning {
    static final int BYTES = 16 * 1024;

    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,76})[ \\t]*:.*");
    /// A header has at least one of these; a settings file or a program, though full of colons, has none.
    private static final Set<String> MAIL_FIELDS = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "sender",
            "reply-to",
            "message-id",
            "in-reply-to",
            "references",
            "received",
            "return-path",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "delivered-to",
            "envelope-to",
            "dkim-signature",
            "arc-seal",
            "resent-from",
            "x-mailer",
            "status");
    private static final Map<String, String> OTHER_KINDS = Map.of(
            "d0cf11e0", "an Outlook item or an older Office document",
            "2142444e", "an Outlook data file (PST or OST)",
            "504b0304", "a ZIP archive",
            "1f8b", "a gzip archive",
            "425a68", "a bzip2 archive",
            "fd377a58", "an xz archive",
            "28b52ffd", "a Zstandard archive",
            "25504446", "a PDF document");

    private final byte[] bytes;
    private final List<String> lines;

    FileBeginning(byte[] bytes) {
        this.bytes = bytes;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        this.lines = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text)
                .lines()
                .dropWhile(String::isBlank)
                .toList();
    }

    boolean isMbox() {
        if (lines.isEmpty() || bytes[0] != 'F' || !lines.getFirst().startsWith("From ")) return false;
        if (FromLine.hasDate(lines.getFirst())) return true;
        return isHeader(lines.subList(1, lines.size()));
    }

    boolean isMessage() {
        // Some mailers left a quoted separator above the header.
        boolean separated = !lines.isEmpty() && lines.getFirst().matches(">?From .*");
        return isHeader(separated ? lines.subList(1, lines.size()) : lines);
    }

    private static boolean isHeader(List<String> lines) {
        boolean known = false;
        for (String line : lines) {
            if (line.isEmpty()) break;
            if (line.startsWith(" ") || line.startsWith("\t")) continue;
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) break;
            known |= MAIL_FIELDS.contains(field.group(1).toLowerCase(Locale.ROOT));
        }
        return known;
    }

    /// A sentence for a person; for a file that is neither kind of mail.
    String reasonItIsNoMail() {
        String magic = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
        return OTHER_KINDS.entrySet().stream()
                .filter(kind -> magic.startsWith(kind.getKey()))
                .map(kind -> "This is " + kind.getValue() + ", not mail. Export the mail in it as .eml or mbox.")
                .findFirst()
                .orElse("This is not mail: it does not begin with a message's header.");
    }
}
