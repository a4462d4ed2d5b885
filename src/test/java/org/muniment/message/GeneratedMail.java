package org.muniment.message;

import java.util.List;

/// This is a generated capture with what is known of it. `shape` and `charset` are for a person who reads a failure.
public record GeneratedMail(
        byte[] raw, boolean isJournaled, String messageId, String shape, String charset, List<Canary> canaries) {
    public List<Canary> canaries(Canary.Place place) {
        return canaries.stream().filter(canary -> canary.place() == place).toList();
    }
}
