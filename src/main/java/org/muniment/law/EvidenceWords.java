package org.muniment.law;

/// These are words for the certificate with which records are handed to a court.
///
/// @param words as they stand in the certificate
public record EvidenceWords(Provision provision, Topic topic, String words) {
    /// What the words do.
    public enum Topic {
        /// They name a ground on which the records are offered.
        GROUND,
        /// They declare, under penalty of perjury.
        DECLARATION,
        /// They are what a state wants in its own courts.
        STATE_CERTIFICATE
    }

    static EvidenceWords of(LawRow row) {
        return new EvidenceWords(
                row.provision(), row.findChoice("topic", Topic.class).orElseThrow(), row.text("words"));
    }
}
