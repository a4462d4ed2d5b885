package org.muniment.operator;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchivedMessage;
import org.muniment.audit.Act;
import org.muniment.message.EmailAddress;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `show`: one capture, read or raw.
@Command(name = "show", description = "Show one capture, or its very bytes.", mixinStandardHelpOptions = true)
final class ShowCommand extends ReadingCommand {
    @Option(names = "--raw", description = "Write the bytes exactly as they came to standard output.")
    private boolean raw;

    @Parameters(paramLabel = "ACCESSION", description = "The accession number.")
    private long accession;

    ShowCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer on(DataFolder folder, ToolReader reader) throws IOException, InterruptedException {
        AccessionNumber number = new AccessionNumber(accession);
        ArchivedMessage capture = reader.capture(number);
        if (raw) {
            reader.wrote(Act.DOWNLOADED, "message " + accession + ", byte for byte", List.of(number));
            try (InputStream bytes = capture.open()) {
                bytes.transferTo(desk.terminal().output());
            }
            json = false;
            return Answer.done(Map.of(), "");
        }
        try (InputStream bytes = capture.open()) {
            ParsedCapture parsed = MailParser.parse(bytes);
            reader.wrote(Act.OPENED, "message " + accession + ", as text", List.of(number));
            return Answer.done(value(capture, parsed), text(capture, parsed));
        }
    }

    record Shown(
            long accession,
            String source,
            String capturedAt,
            long sizeBytes,
            List<String> envelopeRecipients,
            boolean journalReport,
            List<ShownMessage> messages,
            List<String> defects) {}

    record ShownMessage(
            String messageId,
            String from,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            String subject,
            String body,
            List<String> attachments) {}

    private static Shown value(ArchivedMessage capture, ParsedCapture parsed) {
        return new Shown(
                capture.accession().index(),
                capture.envelope().source(),
                capture.capturedAt().toString(),
                capture.sizeBytes(),
                capture.envelope().recipients(),
                parsed.report().isPresent(),
                parsed.messages().stream().map(ShowCommand::value).toList(),
                parsed.defects().stream().map(Object::toString).toList());
    }

    private static ShownMessage value(Message message) {
        return new ShownMessage(
                message.messageId(),
                joined(message.from()),
                addresses(message.to()),
                addresses(message.cc()),
                addresses(message.bcc()),
                message.subject(),
                message.bodyText(),
                message.attachmentNames());
    }

    private static String text(ArchivedMessage capture, ParsedCapture parsed) {
        String facts = "Accession   %s%nSource      %s%nCaptured    %s%nSize        %,d bytes%n"
                .formatted(capture.accession(), capture.envelope().source(), capture.capturedAt(), capture.sizeBytes());
        return facts
                + parsed.messages().stream().map(ShowCommand::text).collect(Collectors.joining("\n"))
                + parsed.defects().stream()
                        .map(defect -> "\nDefect      " + defect)
                        .collect(Collectors.joining());
    }

    private static String text(Message message) {
        return line("From", joined(message.from()))
                + line("To", joined(message.to()))
                + line("Cc", joined(message.cc()))
                + line("Bcc", joined(message.bcc()))
                + line("Subject", message.subject())
                + line("Message-ID", message.messageId())
                + line("Attachments", String.join(", ", message.attachmentNames()))
                + "\n"
                + message.bodyText();
    }

    private static String line(String name, String value) {
        return value.isEmpty() ? "" : "%-12s%s%n".formatted(name, value);
    }

    private static String joined(List<EmailAddress> addresses) {
        return String.join(", ", addresses(addresses));
    }

    private static List<String> addresses(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::toString).toList();
    }
}
