package org.muniment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Progress;
import org.muniment.people.Department;
import org.muniment.request.RequestRoom;
import org.muniment.request.RequestSubject;
import org.muniment.search.ParticipantCount;
import org.muniment.search.SearchQuery;

class RequestSearchesTest {
    @TempDir
    Path folder;

    private CollectionRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new CollectionRoom(folder).withMail();
    }

    @AfterEach
    void close() throws Exception {
        var report = room.room.archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN);
        assertThat(report.ok()).as(report.toString()).isTrue();
        room.close();
    }

    @Test
    void aSavedSearchKeepsWhatWasTypedWhatWasUnderstoodAndWhatItCounted() throws Exception {
        long indexed = room.room.search.indexedThrough();
        var saved = room.searches.save(room.id(), "The levy", "levy OR tax", "to begin with", room.officer());
        assertThat(saved.number()).isEqualTo(1);
        var version = saved.current();
        assertThat(version.query()).isEqualTo("levy OR tax");
        assertThat(version.parsed()).isEqualTo("levy OR tax");
        assertThat(version.by()).isEqualTo("Ana Rivera");
        assertThat(version.at()).isEqualTo(room.room.clock().instant());
        var counts = version.latest().counts();
        assertThat(counts.total()).isEqualTo(2);
        assertThat(counts.keptBack()).isEqualTo(2);
        assertThat(counts.wholeCity()).isTrue();
        assertThat(counts.indexedThrough()).isBetween(indexed, room.room.search.indexedThrough());
        assertThat(counts.custodians())
                .containsExactly(
                        new ParticipantCount("ana@city.example", 2),
                        new ParticipantCount("chief@police.city.example", 2));
        assertThat(room.searches.all(room.id())).containsExactly(saved);
        assertThat(kinds()).contains("request-search-run");
    }

    @Test
    void theFiguresAreTheSameWhoeverAsksAndADepartmentsOfficerCountsItsOwn() throws Exception {
        var officers = room.searches.attempt("levy", room.officer()).counts();
        var counsels =
                room.searches.attempt("levy", room.reader(RequestRoom.COUNSEL)).counts();
        assertThat(counsels).isEqualTo(officers);
        var police = room.searches.attempt("*", room.reader(CollectionRoom.POLICE));
        assertThat(police.counts().total()).isEqualTo(2);
        assertThat(police.counts().keptBack()).isZero();
        assertThat(police.counts().wholeCity()).isFalse();
        assertThat(police.open().hits()).hasSize(2);
    }

    @Test
    void anotherWordingIsAnotherVersionAndTheFirstStays() throws Exception {
        room.searches.save(room.id(), "The levy", "levy sent:2026", "to begin with", room.officer());
        room.room.pass(Duration.ofHours(1));
        var worded =
                room.searches.reword(room.id(), 1, "levy sent:2026-10", "the requester narrowed it", room.officer());
        assertThat(worded.versions())
                .extracting(SearchVersion::parsed)
                .containsExactly("levy AND sent:2026-01-01..2026-12-31", "levy AND sent:2026-10-01..2026-10-31");
        assertThat(worded.versions().getFirst().latest().counts().total()).isEqualTo(2);
        assertThat(worded.current().latest().counts().total()).isZero();
        assertThatThrownBy(() ->
                        room.searches.reword(room.id(), 1, "levy AND sent:2026-10", "nothing new", room.officer()))
                .isInstanceOf(SearchIsUnusable.class);
        assertThatThrownBy(() -> room.searches.reword(room.id(), 2, "x", "y", room.officer()))
                .isInstanceOf(NoSuchSearch.class);
    }

    @Test
    void aSearchRunAgainAsksWhatItMeantThenOnWhatIsThereNow() throws Exception {
        room.searches.save(room.id(), "Recent", "levy sent:..today", "until the day of the request", room.officer());
        room.room.pass(Duration.ofDays(30));
        room.room.deliver(
                "ana@city.example", "bob@else.example", "levy", "Tue, 01 Dec 2026 09:00:00 -0500", "after the request");
        room.mail("ana@city.example", "bob@else.example", "levy", "late, but of before");
        var again = room.searches.rerun(room.id(), 1, room.officer());
        assertThat(again.versions()).hasSize(1);
        assertThat(again.current().parsed()).isEqualTo("levy AND sent:..2026-11-23");
        assertThat(again.current().runs())
                .extracting(run -> run.counts().total())
                .containsExactly(2L, 3L);
    }

    @Test
    void twoSearchesAreComparedByExactCounts() throws Exception {
        room.searches.save(room.id(), "Levy", "levy", "one", room.officer());
        room.searches.save(room.id(), "Ana", "from:ana@city.example OR walk", "two", room.officer());
        assertThat(room.comparison.of(room.id(), 1, 2, room.officer()))
                .isEqualTo(new SearchComparison.SearchesCompared(1, 2, 2, 2, 1));
        assertThatThrownBy(() -> room.comparison.of(room.id(), 1, 1, room.officer()))
                .isInstanceOf(SearchIsUnusable.class);
    }

    @Test
    void aSearchNeedsANameAndAPurpose() {
        assertThatThrownBy(() -> room.searches.save(room.id(), " ", "levy", "why", room.officer()))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> room.searches.save(room.id(), "Levy", "levy", " ", room.officer()))
                .hasMessageContaining("what this search is for");
        assertThat(room.searches.all(room.id())).isEmpty();
    }

    @Test
    void queriesAreSuggestedFromWhoWhenAndWhatIsAskedFor() {
        var police = new Department(3, "Police", List.of("police.city.example"));
        var subject = new RequestSubject(
                true,
                List.of("police", "Ann Lee", "bob@else.example"),
                Optional.of(LocalDate.parse("2026-01-01")),
                Optional.empty(),
                "the dock closure, e-mail about \"levy\" OR x) OR (y");
        var all = new SuggestedQueries(subject, List.of(police)).all();
        assertThat(all)
                .extracting(QuerySuggestion::query)
                .first()
                .isEqualTo("((from:@police.city.example OR recipient:@police.city.example) OR (from:(ann lee) OR"
                        + " recipient:(ann lee)) OR (from:bob@else.example OR recipient:bob@else.example))"
                        + " sent:2026-01-01.. ((dock closure) OR levy OR x OR y)");
        assertThat(all).extracting(QuerySuggestion::name).contains("Whatever it is about", "Exactly these words");
        assertThat(all)
                .allSatisfy(each -> assertThat(SearchQuery.parse(each.query(), RequestRoom.ZONE, LocalDate.EPOCH))
                        .isNotNull());
        assertThat(new SuggestedQueries(RequestSubject.unclear(), List.of()).all())
                .isEmpty();
    }

    private List<String> kinds() throws Exception {
        var kinds = new java.util.ArrayList<String>();
        try (var entries = room.room.archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next())
                if (entry.get() instanceof LogEntry.Lifecycle(var _, var _, var event)) kinds.add(event.kind());
        }
        return kinds;
    }
}
