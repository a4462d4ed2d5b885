package org.muniment.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.muniment.archive.AccessionNumber;

/// This is what somebody may find. It is part of every question to the index, so that what it hides takes part in no
/// answer: in no count, no page, no snippet, no conversation. A message of which even the people could not be read
/// counts as kept back where anything is: nobody can say that it should not be.
///
/// Make one and use it again: it carries the questions it asks, ready made.
public final class SearchScope {
    private static final SearchScope EVERYTHING = new SearchScope(Side.NOT_KEPT_BACK, Optional.empty(), List.of());

    private final Side side;
    private final Optional<Query> keptBack;
    private final List<Query> within;

    private enum Side {
        NOT_KEPT_BACK,
        KEPT_BACK
    }

    private SearchScope(Side side, Optional<Query> keptBack, List<Query> within) {
        this.side = side;
        this.keptBack = keptBack;
        this.within = List.copyOf(within);
    }

    /// The whole archive, also what is not indexed yet.
    public static SearchScope everything() {
        return EVERYTHING;
    }

    /// Nothing at all.
    public static SearchScope nothing() {
        return EVERYTHING.within(Participants.NOBODY);
    }

    /// All but what is kept back; of that only the number is told.
    public static SearchScope keepingBack(KeptBack keptBack) {
        if (keptBack.isNothing()) return new SearchScope(Side.NOT_KEPT_BACK, Optional.empty(), List.of());
        return new SearchScope(Side.NOT_KEPT_BACK, Optional.of(query(keptBack)), List.of());
    }

    /// Only what is kept back: for whoever decides about it.
    public static SearchScope onlyKeptBack(KeptBack keptBack) {
        if (keptBack.isNothing()) return nothing();
        return new SearchScope(Side.KEPT_BACK, Optional.of(query(keptBack)), List.of());
    }

    /// Only what names these people or holds these phrases and is not released: what one rule does by itself.
    public static SearchScope onlyNamed(KeptBack rule) {
        return new SearchScope(
                Side.KEPT_BACK,
                Optional.of(butReleased(new RememberedQuery(named(rule).build()), rule)),
                List.of());
    }

    /// The same, narrowed to messages that somebody of these sent or received.
    public SearchScope within(Participants people) {
        var narrower = new ArrayList<>(within);
        narrower.add(new RememberedQuery(terms(IndexFields.PARTICIPANT, people)));
        return new SearchScope(side, keptBack, narrower);
    }

    /// Whether it hides nothing, now or later. What is not indexed yet can be judged by no other scope.
    public boolean isEverything() {
        return this == EVERYTHING;
    }

    /// What this scope shows of what matches.
    Query visible(Query found) {
        if (within.isEmpty() && keptBack.isEmpty()) return found;
        var visible = all(found);
        keptBack.ifPresent(kept -> visible.add(kept, side == Side.KEPT_BACK ? Occur.FILTER : Occur.MUST_NOT));
        return visible.build();
    }

    /// What it shows and what it keeps back, together: so the visible can be counted as the difference, of which both
    /// sides have short ways.
    Query reached(Query found) {
        if (side == Side.KEPT_BACK) return visible(found);
        return within.isEmpty() ? found : all(found).build();
    }

    /// What it keeps back of what matches and is otherwise in reach.
    Optional<Query> keptBack(Query found) {
        if (side == Side.KEPT_BACK) return Optional.empty();
        return keptBack.map(kept -> all(found).add(kept, Occur.FILTER).build());
    }

    private BooleanQuery.Builder all(Query found) {
        var all = new BooleanQuery.Builder().add(found, Occur.FILTER);
        for (var narrower : within) all.add(narrower, Occur.FILTER);
        return all;
    }

    private static Query query(KeptBack keptBack) {
        var unread = new TermQuery(new Term(IndexFields.EXCEPTION, IndexFields.EXCEPTION_HEADER));
        var rules = named(keptBack).add(unread, Occur.SHOULD).build();
        return butReleased(new RememberedQuery(rules), keptBack);
    }

    private static BooleanQuery.Builder named(KeptBack keptBack) {
        var rules = new BooleanQuery.Builder().add(terms(IndexFields.CONCERNED, keptBack.people()), Occur.SHOULD);
        for (var phrase : keptBack.phrases()) {
            var words = WordScanner.words(phrase).toArray(String[]::new);
            if (words.length == 0) throw new IllegalArgumentException("a phrase without a word: " + phrase);
            rules.add(new PhraseQuery(IndexFields.BODY_EXACT, words), Occur.SHOULD);
            rules.add(new PhraseQuery(IndexFields.META_EXACT, words), Occur.SHOULD);
        }
        return rules;
    }

    private static Query butReleased(Query kept, KeptBack keptBack) {
        if (keptBack.released().isEmpty()) return kept;
        var released = keptBack.released().stream()
                .mapToLong(AccessionNumber::index)
                .sorted()
                .toArray();
        return new RememberedQuery(new BooleanQuery.Builder()
                .add(kept, Occur.FILTER)
                .add(LongPoint.newSetQuery(IndexFields.ACCESSION, released), Occur.MUST_NOT)
                .build());
    }

    private static Query terms(String field, Participants people) {
        return new TermInSetQuery(
                field, people.terms().stream().map(BytesRef::new).toList());
    }
}
