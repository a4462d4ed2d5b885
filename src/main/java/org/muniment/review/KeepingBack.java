package org.muniment.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.privilege.Quarantine;
import org.muniment.request.RequestId;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// What counsel's quarantine keeps back of a review. Counsel's rules change while a review goes on:
/// the flags follow before anybody is told, and whoever opens a message is judged by the rules of
/// that moment.
@Component
final class KeepingBack {
    private final WorkflowDatabase database;
    private final ReviewTable table;
    private final ReviewCounts counts;
    private final Quarantine quarantine;
    private final ArchiveSearch search;
    private final ZoneId zone;

    KeepingBack(WorkflowDatabase database, Quarantine quarantine, ArchiveSearch search, ZoneId zone) {
        this.database = database;
        this.table = ReviewTable.in(database);
        this.counts = new ReviewCounts(database);
        this.quarantine = quarantine;
        this.search = search;
        this.zone = zone;
    }

    static boolean seesAll(Actor actor) {
        return actor.is(Role.COUNSEL) || actor.person().equals(PersonId.OPERATOR);
    }

    /// Whether the actor may find this message now.
    boolean mayFind(AccessionNumber accession, Actor actor) {
        try {
            SearchScope scope = quarantine.scopeFor(actor);
            return scope.isEverything() || search.messageOf(accession, scope).isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All messages kept back now, by their first capture.
    Set<Long> keptBack() {
        Set<Long> kept = new HashSet<>();
        try {
            SearchQuery everything = SearchQuery.parse("*", zone, LocalDate.EPOCH);
            search.every(
                    everything,
                    quarantine.onlyKeptBack(),
                    found -> kept.add(found.accession().index()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return kept;
    }

    /// Brings the flags of one request's items up to date with counsel's rules.
    synchronized void follow(RequestId request) {
        boolean isUpToDate = false;
        while (!isUpToDate) isUpToDate = followed(request);
    }

    /// Says no if items were added meanwhile: what is kept back was looked up without them.
    private boolean followed(RequestId request) {
        long rules = quarantine.changes();
        if (counts.rulesKnownTo(request).equals(OptionalLong.of(rules))) return true;
        int last = table.lastNumber(request);
        Set<Long> kept = keptBack();
        kept.retainAll(table.accessions(request));
        return database.done(() -> {
            counts.rulesUnknown(request);
            if (table.lastNumber(request) != last) return false;
            counts.keptBackNow(request, kept, rules);
            return true;
        });
    }
}
