package org.muniment.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.CaptureWasDestroyed;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.springframework.stereotype.Component;

/// This is where a message is laid out for one reader: fetched from the archive, read, and gathered from its captures.
@Component
class MessageDesk {
    private static final int CAPTURES_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 500_000;
    private static final int ATTACHED_MAIL_MAX = 50;

    private final Archive archive;

    MessageDesk(Archive archive) {
        this.archive = archive;
    }

    /// Lays out what one capture holds, with what all of them tell. Whether the reader may see it was asked before.
    MessageView view(AccessionNumber number, List<AccessionNumber> numbers) throws IOException {
        ParsedCapture parsed = parsed(archive.message(number));
        Message message = parsed.message();
        List<ArchivedMessage> captures = new ArrayList<>();
        for (AccessionNumber capture : numbers.subList(0, Math.min(numbers.size(), CAPTURES_MAX))) {
            kept(capture).ifPresent(captures::add);
        }
        String text = message.bodyText();
        return new MessageView(
                number.index(),
                ShownName.line(message.subject()),
                message.sentAt(),
                people(parsed, number, captures),
                message.headers(),
                shortened(text),
                text.length() > TEXT_LENGTH_MAX,
                HtmlPage.isPossibleFor(message),
                attachments(message),
                attachedMail(message),
                defects(parsed),
                captures.stream().map(MessageDesk::line).toList(),
                numbers.size() - captures.size());
    }

    /// Of several captures of one message some may have been destroyed, since the index was asked.
    private Optional<ArchivedMessage> kept(AccessionNumber capture) throws IOException {
        try {
            return Optional.of(archive.message(capture));
        } catch (CaptureWasDestroyed gone) {
            return Optional.empty();
        }
    }

    String html(ArchivedMessage capture) throws IOException {
        return HtmlPage.of(capture, parsed(capture).message());
    }

    private static List<People.Person> people(
            ParsedCapture asked, AccessionNumber number, List<ArchivedMessage> captures) throws IOException {
        People people = new People(asked.message());
        for (ArchivedMessage capture : captures) {
            ParsedCapture parsed = capture.accession().equals(number) ? asked : parsed(capture);
            parsed.report().ifPresentOrElse(people::reportedIn, () -> people.sentIn(capture.envelope()));
        }
        return people.all();
    }

    private static List<MessageView.Attachment> attachments(Message message) {
        return message.parts().stream()
                .filter(Part::isAttachment)
                .map(part -> new MessageView.Attachment(
                        part.path(), ShownName.of(nameOf(part)), part.contentType(), part.sizeBytes()))
                .toList();
    }

    static String nameOf(Part part) {
        if (!part.fileName().isEmpty()) return part.fileName();
        return part.content() instanceof PartContent.AttachedMessage attached
                ? "Message: " + attached.message().subject()
                : "";
    }

    private static List<MessageView.AttachedMail> attachedMail(Message message) {
        List<MessageView.AttachedMail> found = new ArrayList<>();
        collectAttachedMail(message, found);
        return List.copyOf(found);
    }

    private static void collectAttachedMail(Message message, List<MessageView.AttachedMail> found) {
        for (Part part : message.parts()) {
            if (found.size() >= ATTACHED_MAIL_MAX) return;
            if (!(part.content() instanceof PartContent.AttachedMessage attached)) continue;
            Message inner = attached.message();
            String from = inner.from().isEmpty() ? "" : inner.from().getFirst().toString();
            found.add(new MessageView.AttachedMail(
                    part.path(),
                    ShownName.line(inner.subject()),
                    ShownName.line(from),
                    inner.sentAt(),
                    shortened(inner.bodyText())));
            collectAttachedMail(inner, found);
        }
    }

    private static List<String> defects(ParsedCapture parsed) {
        return Stream.concat(parsed.defects().stream(), parsed.message().defects().stream())
                .map(DefectSentences::sentenceFor)
                .distinct()
                .toList();
    }

    private static MessageView.CaptureLine line(ArchivedMessage capture) {
        return new MessageView.CaptureLine(
                capture.accession().index(),
                capture.capturedAt(),
                capture.envelope().source(),
                capture.sizeBytes());
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX);
    }

    static ParsedCapture parsed(ArchivedMessage capture) throws IOException {
        try (InputStream raw = capture.open()) {
            return MailParser.parse(raw);
        }
    }
}
