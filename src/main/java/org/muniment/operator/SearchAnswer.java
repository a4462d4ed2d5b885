package org.muniment.operator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.AccessionNumber;
import org.muniment.search.SearchHits;

/// The JSON of `search`. Times are UTC (RFC 3339); `sentAt` is null when the message tells none.
record SearchAnswer(
        String query,
        String parsed,
        long total,
        long captures,
        long unsearchable,
        long indexedThrough,
        List<Found> hits) {
    record Found(
            long accession,
            List<Long> captures,
            String messageId,
            @Nullable String sentAt,
            String capturedAt,
            String from,
            List<String> to,
            List<String> recipients,
            String subject,
            List<String> attachments) {}

    static SearchAnswer of(SearchHits hits) {
        List<Found> found = hits.hits().stream()
                .map(hit -> new Found(
                        hit.message().accession().index(),
                        hit.message().captures().stream()
                                .map(AccessionNumber::index)
                                .toList(),
                        hit.messageId(),
                        hit.sentAt().map(Object::toString).orElse(null),
                        hit.capturedAt().toString(),
                        hit.from(),
                        hit.to(),
                        hit.recipients(),
                        hit.subject(),
                        hit.attachments()))
                .toList();
        return new SearchAnswer(
                hits.query().text(),
                hits.query().parsed(),
                hits.total(),
                hits.captures(),
                hits.unsearchable(),
                hits.indexedThrough(),
                found);
    }
}
