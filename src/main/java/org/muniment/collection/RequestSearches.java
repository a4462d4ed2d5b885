package org.muniment.collection;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.access.Actor;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.search.Hit;
import org.muniment.search.SearchQuery;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is what people do with the searches of a request: try one, save it, word it anew, run it again. Each that is
/// saved is in the archive's log, on the request's timeline and in the audit trail, with the request as its purpose.
@Component
class RequestSearches {
    private static final int NAME_LENGTH_MAX = 120;
    private static final int WHY_LENGTH_MAX = 500;
    private static final int SEARCHES_MAX = 200;
    private static final int SHOWN = 20;

    private final SearchTable table;
    private final SearchCounter counter;
    private final Timeline timeline;
    private final Archive archive;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;
    private final JsonMapper json = JsonMapper.builder().build();

    RequestSearches(
            WorkflowDatabase database,
            SearchCounter counter,
            Timeline timeline,
            Archive archive,
            AuditTrail audit,
            InstantSource clock,
            ZoneId zone) {
        this.table = SearchTable.in(database);
        this.counter = counter;
        this.timeline = timeline;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    List<SavedSearch> all(RequestId request) {
        return table.ofRequest(request.number());
    }

    SavedSearch require(RequestId request, int number) {
        return table.search(request.number(), number).orElseThrow(() -> new NoSuchSearch("search " + number));
    }

    SearchQuery understood(String text) {
        return SearchQuery.parse(text, zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    /// Counts a query without saving it, and hands over its newest messages.
    SearchCounter.Answer attempt(String text, Reader reader) throws IOException {
        SearchCounter.Answer answer = counter.answer(understood(text), reader.actor(), SHOWN);
        record(reader, "tried", answer);
        return answer;
    }

    SavedSearch save(RequestId request, String name, String text, String why, Reader reader) throws IOException {
        String kept = line(name, NAME_LENGTH_MAX, "Give the search a name");
        if (all(request).size() >= SEARCHES_MAX)
            throw new SearchIsUnusable("A request has at most 200 searches. Word one of them anew instead.");
        SearchQuery query = repeatable(text);
        String reason = reason(why);
        SearchCounter.Answer answer = counter.answer(query, reader.actor(), SHOWN);
        return table.done(() -> {
            long id = table.add(request.number(), kept);
            table.addVersion(id, 1, query, reason, reader.actor(), clock.instant());
            return ran(request, id, 1, answer, reader, "saved");
        });
    }

    /// A new wording of a search; the old one stays, with what it counted.
    SavedSearch reword(RequestId request, int number, String text, String why, Reader reader) throws IOException {
        SavedSearch saved = require(request, number);
        SearchQuery query = repeatable(text);
        if (query.parsed().equals(saved.current().parsed()))
            throw new SearchIsUnusable("This means the same as before. Run the search again instead.");
        String reason = reason(why);
        SearchCounter.Answer answer = counter.answer(query, reader.actor(), SHOWN);
        int version = saved.current().version() + 1;
        return table.done(() -> {
            table.addVersion(saved.id(), version, query, reason, reader.actor(), clock.instant());
            return ran(request, saved.id(), version, answer, reader, "worded anew");
        });
    }

    SavedSearch rerun(RequestId request, int number, Reader reader) throws IOException {
        SavedSearch saved = require(request, number);
        SearchCounter.Answer answer = counter.answer(query(saved.current()), reader.actor(), SHOWN);
        int version = saved.current().version();
        return table.done(() -> ran(request, saved.id(), version, answer, reader, "run again"));
    }

    /// The query of a version, exactly as it was understood when it was saved, whatever day it is now.
    static SearchQuery query(SearchVersion version) {
        return SearchQuery.parse(version.parsed(), version.zone(), LocalDate.EPOCH);
    }

    private SavedSearch ran(
            RequestId request, long id, int version, SearchCounter.Answer answer, Reader reader, String how) {
        Actor actor = reader.actor();
        RunCounts counts = answer.counts();
        table.addRun(id, version, counts, actor, clock.instant());
        SavedSearch saved = all(request).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("request", reader.purpose().reference());
        event.put("search", saved.number());
        event.put("version", version);
        event.put("query", saved.current().query());
        event.put("parsed", saved.current().parsed());
        event.put("why", saved.current().why());
        event.put("counts", counts);
        event.put("by", actor.name());
        archive.record(new LifecycleEvent("request-search-run", json.writeValueAsString(event)));
        String label = saved.label() + ", version " + version;
        timeline.add(request, actor, "search", "%s was %s: %s.".formatted(label, how, Figures.of(counts)));
        record(reader, how + " as search " + saved.number() + ", version " + version, answer);
        return saved;
    }

    private void record(Reader reader, String how, SearchCounter.Answer answer) {
        List<AccessionNumber> shown = answer.open().hits().stream()
                .map(Hit::message)
                .map(message -> message.accession())
                .toList();
        String what = "%s; %s: %s"
                .formatted(
                        how, Figures.of(answer.counts()), answer.open().query().text());
        audit.record(AuditEntry.reading(Act.SEARCHED, reader, what, shown));
    }

    /// A query that can be asked again, as it was understood, at any time.
    private SearchQuery repeatable(String text) {
        SearchQuery query = understood(text);
        if (query.parsed().length() > SearchQuery.TEXT_LENGTH_MAX)
            throw new SearchIsUnusable(
                    "Written out in full, this search is too long to be kept. Make two searches of it.");
        return query;
    }

    private static String reason(String why) {
        return line(why, WHY_LENGTH_MAX, "Say what this search is for: it is kept and printed with it");
    }

    private static String line(String text, int lengthMax, String otherwise) {
        String kept = text.strip().replaceAll("\\s+", " ");
        if (kept.isEmpty()) throw new SearchIsUnusable(otherwise + ".");
        if (kept.length() > lengthMax) throw new SearchIsUnusable("Write at most " + lengthMax + " characters.");
        return kept;
    }
}
