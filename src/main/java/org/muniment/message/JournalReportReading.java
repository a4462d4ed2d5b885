package org.muniment.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// This reads the envelope part of a journal report line by line (MS-XJRNL section 2.1): names in any case and
/// order, recipients with `Expanded:` or `Forwarded:` behind a comma or a space, unknown lines kept in the
/// text.
final class JournalReportReading {
    private static final String[] SUFFIXES = {"expanded:", "forwarded:"};

    private final String text;
    private final List<Defect> defects;
    private final List<JournalRecipient> recipients = new ArrayList<>();
    private String sender = "";
    private String onBehalfOf = "";
    private String subject = "";
    private String messageId = "";
    private String label = "";
    private String mailbox = "";
    private Optional<Instant> sentAt = Optional.empty();
    private Optional<Instant> receivedAt = Optional.empty();
    private int unknownLines;

    JournalReportReading(String text, List<Defect> defects) {
        this.text = text;
        this.defects = defects;
    }

    JournalReport report() {
        text.lines().forEach(this::line);
        if (unknownLines > 0)
            add(DefectKind.REPORT_LINE_UNKNOWN, unknownLines + " lines of the report are not known here");
        if (recipients.isEmpty()) add(DefectKind.REPORT_WITHOUT_RECIPIENTS, "the report names no recipient");
        return new JournalReport(
                sender,
                onBehalfOf,
                subject,
                messageId,
                label,
                mailbox,
                sentAt,
                receivedAt,
                List.copyOf(recipients),
                text);
    }

    private void line(String line) {
        if (line.isBlank()) return;
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        switch (name) {
            case "sender" -> sender = address(value);
            case "on-behalf-of" -> onBehalfOf = address(value);
            case "subject" -> subject = value;
            case "message-id" -> messageId = PartHeader.withoutAngles(value);
            case "label" -> label = value;
            case "mailbox" -> mailbox = address(value);
            case "sentutc" -> sentAt = Dates.parse(value);
            case "receivedutc" -> receivedAt = Dates.parse(value);
            case "to" -> recipient(JournalRecipient.Role.TO, value);
            case "cc" -> recipient(JournalRecipient.Role.CC, value);
            case "bcc" -> recipient(JournalRecipient.Role.BCC, value);
            case "recipient" -> recipient(JournalRecipient.Role.RECIPIENT, value);
            default -> unknownLines++;
        }
    }

    private void recipient(JournalRecipient.Role role, String value) {
        String rest = value;
        Optional<String> expanded = Optional.empty();
        Optional<String> forwarded = Optional.empty();
        for (int suffix = lastSuffix(rest); suffix >= 0; suffix = lastSuffix(rest)) {
            int colon = rest.indexOf(':', suffix);
            String through = address(rest.substring(colon + 1));
            if (rest.charAt(suffix) == 'E' || rest.charAt(suffix) == 'e') expanded = Optional.of(through);
            else forwarded = Optional.of(through);
            rest = rest.substring(0, suffix).strip();
            if (rest.endsWith(",")) rest = rest.substring(0, rest.length() - 1).strip();
        }
        if (!rest.isEmpty()) recipients.add(new JournalRecipient(role, address(rest), expanded, forwarded));
    }

    /// Returns where the last `Expanded:` or `Forwarded:` begins, behind a comma or a space; -1 if there is
    /// none.
    private static int lastSuffix(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        int last = -1;
        for (String suffix : SUFFIXES) {
            int at = lower.lastIndexOf(suffix);
            boolean isApart = at > 0 && (lower.charAt(at - 1) == ',' || lower.charAt(at - 1) <= ' ');
            if (isApart) last = Math.max(last, at);
        }
        return last;
    }

    /// The spelling stays; angle brackets go, and a display name before them (Exchange 2003).
    private static String address(String value) {
        return PartHeader.withoutAngles(value);
    }

    private void add(DefectKind kind, String detail) {
        defects.add(new Defect(kind, "report", detail));
    }
}
