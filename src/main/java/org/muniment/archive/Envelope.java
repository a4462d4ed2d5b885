package org.muniment.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This is what was known about a capture beside its bytes. It is kept encrypted, with the bytes; only the name of the
/// source is public.
///
/// @param source name of the source: at most 64 lower-case letters, digits, dots, hyphens
/// @param mailFrom the sender given by SMTP (RFC 5321), empty text for the null sender; a file may have none
/// @param recipients the recipients given, in order
/// @param receivedAt when the first byte of the transaction came
public record Envelope(
        String source,
        Channel channel,
        Optional<String> mailFrom,
        List<String> recipients,
        Peer peer,
        Instant receivedAt) {
    private static final int SOURCE_CHARACTERS_MAX = 64;
    static final int RECIPIENTS_MAX = 10_000;

    public Envelope {
        if (!isSource(source))
            throw new IllegalArgumentException("a source has 1 to " + SOURCE_CHARACTERS_MAX
                    + " lower-case letters, digits, dots or hyphens, not \"" + source + "\"");
        recipients = List.copyOf(recipients);
        if (recipients.size() > RECIPIENTS_MAX)
            throw new IllegalArgumentException("an envelope has at most " + RECIPIENTS_MAX + " recipients");
    }

    /// True of what may name a source. The name is part of the public log: it never holds a person's name.
    public static boolean isSource(String name) {
        return !name.isEmpty()
                && name.length() <= SOURCE_CHARACTERS_MAX
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
    }
}
