package org.muniment.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.muniment.message.Defect;
import org.muniment.message.EmailAddress;
import org.muniment.message.HeaderField;
import org.muniment.message.JournalRecipient;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.message.Part;
import org.muniment.message.PartContent;
import org.muniment.message.Placement;

/// This is what the pages of a message show before review: the headers people read, what the journal adds to them, the
/// body, a slip for each attachment and embedded picture (name, type and rounded size, not content), and attached mail
/// in the same way, after the message it came with.
///
/// Other headers (transport traces, list management, `X-` …) and alternatives of the body are not shown, hence not
/// released. A blind copy the journal only makes probable is never called Bcc.
public final class MessagePassages {
    private final List<Passage> passages = new ArrayList<>();

    private MessagePassages() {}

    /// The passages in reading order.
    public static List<Passage> of(ParsedCapture capture) {
        MessagePassages passages = new MessagePassages();
        passages.addMessage(capture.message(), "", () -> passages.addEnvelope(capture));
        return List.copyOf(passages.passages);
    }

    private void addMessage(Message message, String base, Runnable afterRecipients) {
        addAddresses(base, "from", PassageKind.FROM, "From", message.from());
        addHeader(base, message, "Sender");
        addAddresses(base, "reply-to", PassageKind.HEADERS, "Reply-To", message.replyTo());
        addAddresses(base, "to", PassageKind.TO, "To", message.to());
        addAddresses(base, "cc", PassageKind.CC, "Cc", message.cc());
        addAddresses(base, "bcc", PassageKind.BCC, "Bcc", message.bcc());
        afterRecipients.run();
        addHeader(base, message, "Resent-From");
        addHeader(base, message, "Resent-To");
        addHeader(base, message, "Resent-Date");
        addHeader(base, message, "Date");
        addLine(base + "subject", PassageKind.SUBJECT, "Subject", message.subject());
        addLine(base + "message-id", PassageKind.HEADERS, "Message-ID", message.messageId());
        addUnread(base, message);
        for (Part part : message.parts())
            if (part.placement() == Placement.BODY)
                addText(base + pathOf(part), PassageKind.BODY, "", DisplayableText.of(part.text()));
        for (Part part : message.parts())
            if (part.placement() == Placement.ATTACHMENT || part.placement() == Placement.EMBEDDED) addSlip(base, part);
        for (Part part : message.parts())
            if (part.content() instanceof PartContent.AttachedMessage attached)
                addMessage(attached.message(), base + pathOf(part) + "/", () -> {});
    }

    private void addEnvelope(ParsedCapture capture) {
        List<JournalRecipient> proven = capture.report().map(report -> report.recipients()).orElse(List.of()).stream()
                .filter(recipient -> recipient.role() == JournalRecipient.Role.BCC)
                .filter(recipient -> !capture.message().isAddressedTo(recipient.address()))
                .toList();
        addLine("envelope:bcc", PassageKind.BCC, "Bcc in journal", addressesOf(proven));
        addLine("envelope:to", PassageKind.BCC, "Also reached", addressesOf(capture.probableBlindCopies()));
    }

    private static String addressesOf(List<JournalRecipient> recipients) {
        return recipients.stream().map(JournalRecipient::address).collect(Collectors.joining("; "));
    }

    private void addAddresses(String base, String part, PassageKind kind, String label, List<EmailAddress> addresses) {
        addLine(
                base + part,
                kind,
                label,
                addresses.stream().map(EmailAddress::toString).collect(Collectors.joining("; ")));
    }

    private void addHeader(String base, Message message, String name) {
        String values = message.headers().stream()
                .filter(field -> field.isNamed(name))
                .map(HeaderField::value)
                .collect(Collectors.joining("; "));
        addLine(base + name.toLowerCase(Locale.ROOT), PassageKind.HEADERS, name, values);
    }

    /// In our own words: a page must not look complete when it is not.
    private void addUnread(String base, Message message) {
        String unread = message.defects().stream()
                .filter(Defect::hidesText)
                .map(defect -> defect.where() + ": "
                        + defect.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .collect(Collectors.joining("; "));
        addLine(base + "unread", PassageKind.HEADERS, "Not readable", unread);
    }

    private void addSlip(String base, Part part) {
        String slip = base + pathOf(part) + ":";
        addLine(slip + "filename", PassageKind.FILENAME, "Name", part.fileName().isBlank() ? "none" : part.fileName());
        addLine(slip + "type", PassageKind.ATTACHMENT, "Type", part.contentType());
        if (!(part.content() instanceof PartContent.AttachedMessage))
            addLine(slip + "size", PassageKind.ATTACHMENT, "Size", rounded(part.sizeBytes()));
    }

    /// An exact size can tell which file it was.
    private static String rounded(long sizeBytes) {
        if (sizeBytes < 1_000) return "less than 1 KB";
        if (sizeBytes < 1_000_000) return "about " + (sizeBytes + 500) / 1_000 + " KB";
        return "about " + (sizeBytes + 500_000) / 1_000_000 + " MB";
    }

    private static String pathOf(Part part) {
        return part.path().substring(part.path().lastIndexOf('/') + 1);
    }

    private void addLine(String part, PassageKind kind, String label, String text) {
        addText(part, kind, label, DisplayableText.of(text).replace('\n', ' ').strip());
    }

    private void addText(String part, PassageKind kind, String label, String text) {
        if (!text.isBlank()) passages.add(new Passage(part, kind, label, text));
    }
}
