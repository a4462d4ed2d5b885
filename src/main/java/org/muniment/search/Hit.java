package org.muniment.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This is one found message as a list of results shows it. `recipients` are all whom it reached as far as any
/// capture tells (To, Cc, Bcc, envelope, journal report); `sentAt` is what the message itself claims; `capturedAt` is
/// its first capture.
public record Hit(
        FoundMessage message,
        String messageId,
        Optional<Instant> sentAt,
        Instant capturedAt,
        String from,
        List<String> to,
        List<String> recipients,
        String subject,
        List<String> attachments,
        List<Snippet> snippets) {
    public Hit {
        to = List.copyOf(to);
        recipients = List.copyOf(recipients);
        attachments = List.copyOf(attachments);
        snippets = List.copyOf(snippets);
    }
}
