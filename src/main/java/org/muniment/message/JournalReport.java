package org.muniment.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This is what an Exchange server says about a message it hands to the archive: the envelope it travelled in.
/// Fields the report does not have are empty; `text` is the report as sent, with the lines nobody knows.
public record JournalReport(
        String sender,
        String onBehalfOf,
        String subject,
        String messageId,
        String label,
        String mailbox,
        Optional<Instant> sentAt,
        Optional<Instant> receivedAt,
        List<JournalRecipient> recipients,
        String text) {}
