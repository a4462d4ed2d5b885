package org.muniment.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// This is a message as its sender wrote it and as far as it could be read. Parts are in the order they were
/// sent, containers before what they hold. `defects` are those of this message; attached messages have their
/// own.
///
/// `base` is the address, in the capture, that part paths count from: empty, or where a journal report holds
/// the message. Messages attached to this one count from the same place.
public record Message(
        String base,
        List<HeaderField> headers,
        String messageId,
        Optional<Instant> sentAt,
        String subject,
        List<EmailAddress> from,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        List<EmailAddress> bcc,
        List<EmailAddress> replyTo,
        List<Part> parts,
        List<Defect> defects) {

    /// Returns the first header of that name.
    public Optional<String> header(String name) {
        for (HeaderField field : headers) {
            if (field.isNamed(name)) return Optional.of(field.value());
        }
        return Optional.empty();
    }

    /// Returns the text a person reads as the message: of alternatives the preferred one, HTML as text.
    public String bodyText() {
        return joined(parts.stream()
                .filter(part -> part.placement() == Placement.BODY)
                .map(Part::text));
    }

    /// Returns all text there is to find: every alternative, text attachments, and attached messages with their
    /// subjects.
    public String allText() {
        return joined(parts.stream().map(part -> switch (part.content()) {
            case PartContent.AttachedMessage attached ->
                joined(Stream.of(
                        attached.message().subject(), attached.message().allText()));
            case PartContent.Text _, PartContent.Html _, PartContent.Attached _, PartContent.Multipart _ -> part.text();
        }));
    }

    /// Returns the file names in this message and in the messages attached to it.
    public List<String> attachmentNames() {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (!part.fileName().isEmpty()) names.add(part.fileName());
            if (part.content() instanceof PartContent.AttachedMessage attached)
                names.addAll(attached.message().attachmentNames());
        }
        return names;
    }

    /// Whether some text of this message, or of one attached to it, may have gone unread.
    public boolean hidesText() {
        return defects.stream().anyMatch(Defect::hidesText)
                || parts.stream()
                        .anyMatch(part -> part.content() instanceof PartContent.AttachedMessage attached
                                && attached.message().hidesText());
    }

    /// Whether To, Cc or Bcc of this message name that address, upper and lower case being equal.
    public boolean isAddressedTo(String address) {
        return Stream.of(to, cc, bcc)
                .flatMap(List::stream)
                .anyMatch(named -> named.address().equalsIgnoreCase(address));
    }

    /// The same message with its parts counted from elsewhere.
    Message with(String newBase, List<Part> newParts, List<Defect> newDefects) {
        return new Message(
                newBase, headers, messageId, sentAt, subject, from, to, cc, bcc, replyTo, newParts, newDefects);
    }

    private static String joined(Stream<String> texts) {
        List<String> present = texts.filter(text -> !text.isBlank()).toList();
        return present.size() == 1 ? present.getFirst() : String.join("\n\n", present);
    }
}
