package org.muniment.reading;

import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.AccessionNumber;
import org.muniment.search.SearchHits;

/// What the audit trail says of reading: the query and figures, never what a message says.
final class ReadingEntries {
    private ReadingEntries() {}

    static String searched(SearchHits found) {
        String keptBack = found.quarantined() == 0 ? "" : "; %,d kept back by counsel".formatted(found.quarantined());
        return "%,d of %,d messages shown for: %s"
                        .formatted(
                                found.hits().size(),
                                found.total(),
                                found.query().text())
                + keptBack;
    }

    /// Each shown message by its first capture, then the other captures of all.
    static List<AccessionNumber> shown(SearchHits found) {
        return Stream.concat(
                        found.hits().stream().map(hit -> hit.message().accession()),
                        found.hits().stream().flatMap(hit -> hit.message().captures().stream()))
                .toList();
    }
}
