package org.muniment.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// This takes a capture for what it is: a journal report around a message (MS-XJRNL section 2.1), such a report
/// inside the notice that it could not be delivered, or a message as it stands.
///
/// A journal report is unwrapped only if nothing but its envelope and messages are in it. Anyone can write its
/// marks, and what else came along must not go unseen: then the outer message is the last of the messages.
final class Journal {
    private static final String GENERATOR = "@journal.report.generator";

    private Journal() {}

    static ParsedCapture capture(MessageDraft outer) {
        return report(outer, 0).orElseGet(() -> asItStands(outer));
    }

    private static ParsedCapture asItStands(MessageDraft outer) {
        return new ParsedCapture(Optional.empty(), List.of(outer.message()), outer.identity(), List.of());
    }

    private static Optional<ParsedCapture> report(MessageDraft draft, int depth) {
        if (isReport(draft)) return Optional.of(unwrapped(draft));
        boolean isNotice = draft.contentType().equals("multipart/report") && depth < 5;
        if (!isNotice) return Optional.empty();
        return draft.attached().stream()
                .map(inner -> report(inner, depth + 1))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isReport(MessageDraft draft) {
        Message message = draft.message();
        if (message.header("X-MS-Journal-Report").isPresent()) return true;
        if (message.messageId().endsWith(GENERATOR)) return true;
        boolean isMixed = draft.contentType().equals("multipart/mixed");
        return isMixed && !draft.attached().isEmpty() && isEnvelope(text(envelope(message)));
    }

    /// Without the marks of a report its text must leave no doubt: a person may well begin a note with "Sender:".
    private static boolean isEnvelope(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("sender:") && lower.contains("\nmessage-id:") && lower.contains("\nsubject:");
    }

    /// The envelope is the first part that is read as text before the message.
    private static Optional<Part> envelope(Message message) {
        for (Part part : message.parts()) {
            if (part.content() instanceof PartContent.AttachedMessage) return Optional.empty();
            if (part.placement() == Placement.BODY && !part.text().isBlank()) return Optional.of(part);
        }
        return Optional.empty();
    }

    private static String text(Optional<Part> part) {
        return part.map(Part::text).orElse("");
    }

    private static ParsedCapture unwrapped(MessageDraft draft) {
        List<Defect> defects = new ArrayList<>(draft.message().defects());
        JournalReport report = new JournalReportReading(text(envelope(draft.message())), defects).report();
        if (draft.attached().isEmpty()) {
            defects.add(new Defect(DefectKind.REPORT_WITHOUT_MESSAGE, "report", "the report has no message in it"));
            return new ParsedCapture(
                    Optional.of(report), List.of(draft.message()), draft.identity(), List.copyOf(defects));
        }
        List<MessageDraft> inner = readableFirst(draft.attached());
        List<Message> messages = new ArrayList<>();
        for (MessageDraft one : inner) messages.add(Rebasing.toItself(one.message(), one.address()));
        if (holdsMore(draft.message())) messages.add(draft.message());
        compareIds(report, messages.getFirst(), defects);
        // The original, not a copy the server decrypted, is what every report of the message has in common.
        MessageIdentity identity = inner.getLast().identity();
        return new ParsedCapture(Optional.of(report), List.copyOf(messages), identity, List.copyOf(defects));
    }

    private static List<MessageDraft> readableFirst(List<MessageDraft> attached) {
        List<MessageDraft> ordered = new ArrayList<>(attached);
        ordered.sort((one, other) -> Boolean.compare(isSealed(one), isSealed(other)));
        boolean isPair = isSealed(ordered.getFirst()) != isSealed(ordered.getLast());
        // Without one that is sealed, nothing tells copy from original but their order.
        return isPair || ordered.size() == 1 ? ordered : ordered.reversed();
    }

    private static boolean isSealed(MessageDraft draft) {
        return draft.message().defects().stream().anyMatch(defect -> defect.kind() == DefectKind.ENCRYPTED);
    }

    private static boolean holdsMore(Message outer) {
        Optional<Part> envelope = envelope(outer);
        return outer.parts().stream()
                .filter(part -> !(part.content() instanceof PartContent.AttachedMessage))
                .filter(part -> part.placement() != Placement.CONTAINER && part.sizeBytes() > 0)
                .filter(part -> part.isAttachment() || !part.text().isBlank())
                .anyMatch(part -> !envelope.equals(Optional.of(part)));
    }

    private static void compareIds(JournalReport report, Message message, List<Defect> defects) {
        boolean differ = !report.messageId().isEmpty()
                && !message.messageId().isEmpty()
                && !report.messageId().equalsIgnoreCase(message.messageId());
        if (differ)
            defects.add(new Defect(
                    DefectKind.REPORT_OF_OTHER_MESSAGE,
                    "report",
                    "the report names " + report.messageId() + ", the message in it is " + message.messageId()));
    }
}
