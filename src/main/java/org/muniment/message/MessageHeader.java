package org.muniment.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This reads the header of a message: decoded fields, addresses, date.
final class MessageHeader {
    private final PartHeader header;
    private final Defects defects;

    MessageHeader(PartHeader header, Defects defects) {
        this.header = header;
        this.defects = defects;
    }

    Message message(List<Part> parts) {
        List<HeaderField> fields = fields();
        Optional<Instant> sentAt = sentAt();
        List<EmailAddress> from = addresses("From");
        List<EmailAddress> to = addresses("To");
        List<EmailAddress> cc = addresses("Cc");
        List<EmailAddress> bcc = addresses("Bcc");
        List<EmailAddress> replyTo = addresses("Reply-To");
        String messageId = PartHeader.withoutAngles(header.value("Message-ID"));
        String subject = subject(fields);
        return new Message("", fields, messageId, sentAt, subject, from, to, cc, bcc, replyTo, parts, defects.all());
    }

    private static String subject(List<HeaderField> fields) {
        for (HeaderField field : fields) if (field.isNamed("Subject")) return field.value();
        return "";
    }

    private List<HeaderField> fields() {
        List<HeaderField> fields = new ArrayList<>(header.fields().size());
        int malformed = 0;
        String undecodable = "";
        for (RawHeader.RawLine line : header.fields()) {
            boolean isMailboxLine = fields.isEmpty() && line.value().startsWith("From ");
            if (line.name().isEmpty() && !isMailboxLine) malformed++;
            EncodedWords.Decoded value = EncodedWords.decodeNoting(line.value());
            if (value.undecodable()) undecodable = line.name();
            fields.add(new HeaderField(line.name(), value.text()));
        }
        if (malformed > 0)
            defects.add(
                    DefectKind.HEADER_MALFORMED, "headers", malformed + " lines in the header are no header fields");
        if (!undecodable.isEmpty())
            defects.add(DefectKind.HEADER_UNDECODABLE, "headers", undecodable + " has an encoded word that is damaged");
        return List.copyOf(fields);
    }

    private Optional<Instant> sentAt() {
        String date = header.value("Date");
        if (date.isEmpty()) return Optional.empty();
        Optional<Instant> sentAt = Dates.parse(date);
        if (sentAt.isEmpty()) defects.add(DefectKind.DATE_UNREADABLE, "headers", "not a date: " + excerpt(date));
        return sentAt;
    }

    private List<EmailAddress> addresses(String name) {
        List<EmailAddress> all = List.of();
        for (RawHeader.RawLine line : header.fields()) {
            if (!line.isNamed(name) || line.value().isEmpty()) continue;
            Addresses.Read read = Addresses.parse(line.value());
            if (read.broken())
                defects.add(
                        DefectKind.ADDRESS_UNREADABLE,
                        "headers",
                        name + " names what is no address: " + excerpt(line.value()));
            all = all.isEmpty() ? read.addresses() : joined(all, read.addresses());
        }
        return all;
    }

    private static List<EmailAddress> joined(List<EmailAddress> first, List<EmailAddress> second) {
        List<EmailAddress> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static String excerpt(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
