package org.muniment.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchivedMessage;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchScope;
import org.springframework.stereotype.Component;

/// This is where a message is laid out for one reader: fetched from the archive, read, and gathered from its captures.
@Component
class MessageDesk {
    private static final int CAPTURES_MAX = 20;
    private static final int TEXT_LENGTH_MAX = 500_000;
    private static final int ATTACHED_MAIL_MAX = 50;

    private final Archive archive;
    private final ArchiveSearch search;

    MessageDesk(Archive archive, ArchiveSearch search) {
        this.archive = archive;
        this.search = search;
    }

    MessageView view(AccessionNumber number) throws IOException {
        ParsedCapture parsed = parsed(archive.message(number));
        Message message = parsed.message();
        List<AccessionNumber> numbers = capturesOf(number);
        List<ArchivedMessage> captures = new ArrayList<>();
        for (AccessionNumber capture : numbers.subList(0, Math.min(numbers.size(), CAPTURES_MAX))) {
            captures.add(archive.message(capture));
        }
        String text = message.bodyText();
        return new MessageView(
                number.index(),
                message.subject(),
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

    String html(AccessionNumber number) throws IOException {
        ArchivedMessage capture = archive.message(number);
        return HtmlPage.of(capture, parsed(capture).message());
    }

    private List<AccessionNumber> capturesOf(AccessionNumber number) throws IOException {
        // Until the index has reached a new capture, the capture is all that is known of its message.
        return search.messageOf(number, SearchScope.everything())
                .map(FoundMessage::captures)
                .orElse(List.of(number));
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

    private static String nameOf(Part part) {
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
                    part.path(), inner.subject(), from, inner.sentAt(), shortened(inner.bodyText())));
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

    private static ParsedCapture parsed(ArchivedMessage capture) throws IOException {
        try (InputStream raw = capture.open()) {
            return MailParser.parse(raw);
        }
    }
}
