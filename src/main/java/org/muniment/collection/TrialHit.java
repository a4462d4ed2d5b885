package org.muniment.collection;

import java.time.Instant;
import java.util.Optional;
import org.muniment.reading.ShownName;
import org.muniment.search.Hit;

/// This is one message of an answer, as a list shows it; names and subject are safe to show.
record TrialHit(
        long accession, int captures, Optional<Instant> sentAt, Instant capturedAt, String from, String subject) {
    static TrialHit of(Hit hit) {
        return new TrialHit(
                hit.message().accession().index(),
                hit.message().captures().size(),
                hit.sentAt(),
                hit.capturedAt(),
                ShownName.line(hit.from()),
                ShownName.line(hit.subject()));
    }
}
