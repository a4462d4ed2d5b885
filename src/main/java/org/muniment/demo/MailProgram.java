package org.muniment.demo;

import static org.muniment.demo.MimeText.CRLF;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// Writes a letter as the writer's mail program would: plain text, or HTML beside it; attachments, an invitation, a
/// quote of what is answered.
final class MailProgram {
    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);
    private static final DateTimeFormatter QUOTED = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ICAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private MailProgram() {}

    static String write(Letter letter, Random random) {
        String text = letter.body() + quoted(letter, random);
        boolean hasHtml = letter.form().equals("html") || (letter.touchesTheCity() && random.nextInt(3) == 0);
        String mark = "=_" + letter.id().substring(0, 12);
        String content = hasHtml ? alternative(text, mark + "a") : MimeText.part("text/plain", text);
        List<String> attached = new ArrayList<>();
        for (String attachment : letter.attachments()) attached.add(attachment(attachment));
        if (letter.form().equals("ics")) attached.add(invitation(letter));
        if (!attached.isEmpty()) content = multipart("mixed", mark + "m", content, attached);
        return headers(letter) + content;
    }

    static String date(LocalDateTime at) {
        return DATE.format(at.atZone(ZONE));
    }

    private static String headers(Letter letter) {
        var head = new StringBuilder();
        field(head, "From", mailbox(letter.from()));
        field(head, "To", mailboxes(letter.to()));
        if (!letter.cc().isEmpty()) field(head, "Cc", mailboxes(letter.cc()));
        field(head, "Subject", MimeText.header(letter.subject()));
        field(head, "Date", date(letter.at()));
        field(head, "Message-ID", "<" + letter.id() + ">");
        letter.answers().ifPresent(answered -> {
            field(head, "In-Reply-To", "<" + answered.id() + ">");
            field(head, "References", references(answered) + "<" + answered.id() + ">");
        });
        field(head, "X-Mailer", letter.from().isOfTheCity() ? "City Desk 16.0" : "Homemail 4.2");
        field(head, "MIME-Version", "1.0");
        return head.toString();
    }

    private static String references(Letter letter) {
        return letter.answers()
                .map(earlier -> references(earlier) + "<" + earlier.id() + ">" + CRLF + " ")
                .orElse("");
    }

    static void field(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append(CRLF);
    }

    static String mailbox(Citizen who) {
        String name = MimeText.isAscii(who.name()) ? "\"" + who.name() + "\"" : MimeText.header(who.name());
        return name + " <" + who.address() + ">";
    }

    private static String mailboxes(List<Citizen> people) {
        return people.stream().map(MailProgram::mailbox).collect(Collectors.joining("," + CRLF + " "));
    }

    private static String quoted(Letter letter, Random random) {
        if (letter.answers().isEmpty() || random.nextInt(5) < 2) return "";
        Letter answered = letter.answers().get();
        return "\n\nOn %s, %s wrote:\n"
                        .formatted(QUOTED.format(answered.at()), answered.from().name())
                + answered.body().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String alternative(String text, String mark) {
        String html = text.replace("&", "&amp;").replace("<", "&lt;");
        String paragraphs = html.lines()
                .map(line -> line.isBlank() ? "</p><p>" : line + "<br>")
                .collect(Collectors.joining("\n"));
        String page = "<html><body style=\"font-family: sans-serif\"><p>" + paragraphs + "</p></body></html>";
        return multipart(
                "alternative", mark, MimeText.part("text/plain", text), List.of(MimeText.part("text/html", page)));
    }

    private static String attachment(String said) {
        int space = said.indexOf(' ');
        String kind = said.substring(0, space);
        String title = said.substring(space + 1);
        String name = title.replaceAll("[^A-Za-z0-9-]+", "-") + "." + kind;
        return "Content-Type: %s; name=\"%s\"\r\n".formatted(Attachments.mediaType(kind), name)
                + "Content-Disposition: attachment; filename=\"%s\"\r\n".formatted(name)
                + "Content-Transfer-Encoding: base64\r\n\r\n" + MimeText.base64(Attachments.of(kind, title));
    }

    private static String invitation(Letter letter) {
        LocalDateTime begins =
                letter.at().plusDays(7).withHour(19).withMinute(0).withSecond(0);
        String entry = String.join(
                "\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Harbor Falls//City Desk//EN",
                "METHOD:REQUEST",
                "BEGIN:VEVENT",
                "UID:" + letter.id(),
                "DTSTAMP:" + ICAL.format(letter.at()) + "Z",
                "DTSTART;TZID=America/Chicago:" + ICAL.format(begins),
                "SUMMARY:" + letter.subject(),
                "ORGANIZER:mailto:" + letter.from().address(),
                "LOCATION:City Hall",
                "END:VEVENT",
                "END:VCALENDAR");
        return MimeText.part("text/calendar; method=REQUEST", entry);
    }

    private static String multipart(String kind, String mark, String first, List<String> others) {
        var parts = new StringBuilder("Content-Type: multipart/%s; boundary=\"%s\"\r\n\r\n".formatted(kind, mark));
        parts.append("--").append(mark).append(CRLF).append(first);
        for (String other : others)
            parts.append(CRLF).append("--").append(mark).append(CRLF).append(other);
        return parts.append(CRLF)
                .append("--")
                .append(mark)
                .append("--")
                .append(CRLF)
                .toString();
    }
}
