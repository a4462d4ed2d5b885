package org.muniment.archive;

/// This is something that happened to the archive and must be provable: a hold placed, a production released.
/// The public log shows that something happened, not what.
///
/// @param kind what happened, in lower-case words with hyphens
/// @param body its whole content, JSON; kept encrypted
public record LifecycleEvent(String kind, String body) {
    static final int BODY_CHARACTERS_MAX = 1 << 20;

    public LifecycleEvent {
        if (!Envelope.isSource(kind)) throw new IllegalArgumentException("not a kind of event: \"" + kind + "\"");
        if (body.length() > BODY_CHARACTERS_MAX)
            throw new IllegalArgumentException("an event has at most " + BODY_CHARACTERS_MAX + " characters");
    }
}
