package org.muniment.message;

import java.util.List;
import java.util.Optional;

/// This is a capture as read: the journal report it came in, if any, and the message in it. There is always at
/// least one message; there are two when the server put a decrypted copy beside the original: the readable one
/// is then first. A journal report that lost its message is its own message.
public record ParsedCapture(
        Optional<JournalReport> report, List<Message> messages, MessageIdentity identity, List<Defect> defects) {
    /// Returns the message people read.
    public Message message() {
        return messages.getFirst();
    }

    /// Whether some text may have gone unread, in the messages, in what is attached to them, or in the report.
    public boolean hidesText() {
        return defects.stream().anyMatch(Defect::hidesText) || messages.stream().anyMatch(Message::hidesText);
    }

    /// Returns the recipients that the report names without a role and the message does not name at all:
    /// *probable* blind copies. A journal report proves a blind copy only where its role says BCC.
    public List<JournalRecipient> probableBlindCopies() {
        return report.map(JournalReport::recipients).orElse(List.of()).stream()
                .filter(recipient -> recipient.role() == JournalRecipient.Role.RECIPIENT)
                .filter(recipient -> !message().isAddressedTo(recipient.address()))
                .toList();
    }
}
