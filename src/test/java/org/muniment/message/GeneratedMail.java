package org.muniment.message;

import java.util.List;

/// This is a generated capture with what is known of it. `shape` and `charset` are for a person who reads a failure.
public final class GeneratedMail {
    private final byte[] raw;
    private final boolean isJournaled;
    private final String messageId;
    private final String shape;
    private final String charset;
    private final List<Canary> canaries;

    GeneratedMail(
            byte[] raw, boolean isJournaled, String messageId, String shape, String charset, List<Canary> canaries) {
        this.raw = raw;
        this.isJournaled = isJournaled;
        this.messageId = messageId;
        this.shape = shape;
        this.charset = charset;
        this.canaries = List.copyOf(canaries);
    }

    public byte[] raw() {
        return raw.clone();
    }

    public boolean isJournaled() {
        return isJournaled;
    }

    public String messageId() {
        return messageId;
    }

    public String shape() {
        return shape;
    }

    public String charset() {
        return charset;
    }

    public List<Canary> canaries() {
        return canaries;
    }

    public List<Canary> canaries(Canary.Place place) {
        return canaries.stream().filter(canary -> canary.place() == place).toList();
    }
}
