package org.muniment.reading;

import java.util.List;
import java.util.Optional;
import org.muniment.search.Hit;
import org.muniment.search.HitCursor;
import org.muniment.search.Overview;
import org.muniment.search.SearchHits;
import org.muniment.search.Snippet;

/// This is what a search found, with everything that says how complete it is. `archived` is how many entries the
/// archive had just after: where `indexedThrough` is less, the index has still to follow. `quarantined` is how many
/// messages match that counsel keeps from this reader; they take part in nothing else. `next` gives the next page as
/// `after`. `overview` is given with the first page.
record SearchAnswer(
        String query,
        String parsed,
        long total,
        long captures,
        long unsearchable,
        long quarantined,
        long indexedThrough,
        long archived,
        List<Hit> hits,
        Optional<String> next,
        Optional<Overview> overview) {
    static SearchAnswer of(SearchHits found, long archived) {
        return new SearchAnswer(
                found.query().text(),
                found.query().parsed(),
                found.total(),
                found.captures(),
                found.unsearchable(),
                found.quarantined(),
                found.indexedThrough(),
                archived,
                found.hits().stream().map(SearchAnswer::shown).toList(),
                found.next().map(HitCursor::toString),
                found.overview());
    }

    private static Hit shown(Hit hit) {
        return new Hit(
                hit.message(),
                hit.messageId(),
                hit.sentAt(),
                hit.capturedAt(),
                ShownName.line(hit.from()),
                hit.to().stream().map(ShownName::line).toList(),
                hit.recipients().stream().map(ShownName::line).toList(),
                ShownName.line(hit.subject()),
                hit.attachments().stream().map(ShownName::of).toList(),
                hit.snippets().stream().map(SearchAnswer::shown).toList());
    }

    /// The marks fit still: each character has become one.
    private static Snippet shown(Snippet snippet) {
        return new Snippet(snippet.place(), ShownName.line(snippet.text()), snippet.marks());
    }
}
