package org.muniment.production;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.search.SearchQuery;

/// This is where a release's messages come from, as its manifest says it.
sealed interface Origin {
    /// The archive's name.
    String archive();

    /// What was asked for, in words that may tell what is withheld.
    String asked();

    /// What the manifest says besides, in order.
    Map<String, Object> facts(Manifest.QueryText query, ReleaseTotals totals, String releasedAt);

    /// What it says of a message besides its Bates numbers.
    Map<String, Object> facts(ReleasedFile message);

    /// A query, and what the index could not read.
    record OfQuery(String archive, SearchQuery query, long unsearchable, long indexedThrough) implements Origin {
        @Override
        public String asked() {
            return query.parsed();
        }

        @Override
        public Map<String, Object> facts(Manifest.QueryText shown, ReleaseTotals totals, String releasedAt) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("releasedAt", releasedAt);
            facts.put(
                    "query",
                    shown == Manifest.QueryText.SHOWN
                            ? new Asked(query.parsed(), query.zone().getId())
                            : "not shown: it says what is withheld");
            facts.put("totals", totals);
            facts.put("unsearchable", unsearchable);
            facts.put("indexedThrough", indexedThrough);
            return facts;
        }

        @Override
        public Map<String, Object> facts(ReleasedFile message) {
            List<Long> captures =
                    message.captures().stream().map(capture -> capture.index()).toList();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("accession", captures.getFirst());
            facts.put("captures", captures);
            return facts;
        }
    }

    record Asked(String parsed, String zone) {}

    /// A records request, for the public: neither how its messages were found nor how often they were captured.
    record OfRequest(String archive, String request, int part) implements Origin {
        @Override
        public String asked() {
            return request;
        }

        @Override
        public Map<String, Object> facts(Manifest.QueryText shown, ReleaseTotals totals, String releasedAt) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("request", request);
            facts.put("part", part);
            facts.put("preparedAt", releasedAt);
            facts.put("totals", new PublicTotals(totals));
            return facts;
        }

        @Override
        public Map<String, Object> facts(ReleasedFile message) {
            return Map.of("accession", message.captures().getFirst().index());
        }
    }

    record PublicTotals(String firstBates, String lastBates, long pages, long messages, long redactions) {
        PublicTotals(ReleaseTotals totals) {
            this(
                    totals.pages() == 0 ? "" : totals.firstBates(),
                    totals.pages() == 0 ? "" : totals.lastBates(),
                    totals.pages(),
                    totals.messages(),
                    totals.redactions());
        }
    }
}
