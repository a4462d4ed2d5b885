package org.muniment.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Envelope;
import org.muniment.merklelog.Hash;

/// What the bundle says about one of its items.
record Exhibit(
        AccessionNumber accession,
        Instant capturedAt,
        Envelope envelope,
        String messageId,
        long sizeBytes,
        String sha256,
        Hash leaf,
        Optional<List<KnownReleases.Passage>> releases) {
    Exhibit {
        releases = releases.map(List::copyOf);
    }
}
