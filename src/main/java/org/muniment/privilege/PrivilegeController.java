package org.muniment.privilege;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.Hit;
import org.muniment.search.HitCursor;
import org.muniment.search.HitPage;
import org.muniment.search.KeptBack;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Privilege over HTTP: counsel's alone.
@RestController
@Allowed(Role.COUNSEL)
@RequestMapping(path = "/api/privilege", produces = MediaType.APPLICATION_JSON_VALUE)
class PrivilegeController {
    private static final int PAGE = 50;

    private final PrivilegeTable table;
    private final CounselDesk desk;
    private final Quarantine quarantine;
    private final ArchiveSearch search;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;

    PrivilegeController(
            WorkflowDatabase database,
            CounselDesk desk,
            Quarantine quarantine,
            ArchiveSearch search,
            AuditTrail audit,
            InstantSource clock,
            ZoneId zone) {
        this.table = PrivilegeTable.in(database);
        this.desk = desk;
        this.quarantine = quarantine;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /// All rules in force, and how many messages they keep back together.
    record Rules(long keptBack, long released, List<Rule> rules) {}

    /// `keptBack`: how many messages this rule alone keeps back now.
    record Rule(long id, RuleKind kind, String text, String note, String addedBy, Instant addedAt, long keptBack) {}

    record NewRule(RuleKind kind, String text, String note) {}

    record Reason(String reason) {}

    record NewRelease(long accession, String reason) {}

    record RuleCount(long keptBack) {}

    record Queue(long total, long indexedThrough, List<Hit> hits, Optional<String> next) {}

    @GetMapping("/rules")
    Rules rules() throws IOException {
        KeptBack all = quarantine.keptBack();
        List<Rule> rules = new ArrayList<>();
        for (PrivilegeRule rule : table.rules()) rules.add(counted(rule, all));
        return new Rules(count(SearchScope.onlyKeptBack(all)), all.released().size(), rules);
    }

    /// How many messages a rule would keep back, were it in force: a search like any other, for a purpose and written
    /// down.
    @GetMapping("/rules/count")
    RuleCount wouldKeepBack(@RequestParam RuleKind kind, @RequestParam String text, Reader reader) throws IOException {
        PrivilegeRule imagined = new PrivilegeRule(0, kind, kind.checked(text), "", "", Instant.EPOCH);
        long count = count(SearchScope.onlyNamed(imagined.alone(quarantine.keptBack())));
        String what = "what a rule would keep back, " + imagined.told() + "; " + count + " found";
        audit.record(AuditEntry.reading(Act.SEARCHED, reader, what, List.of()));
        return new RuleCount(count);
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    Rule add(@RequestBody NewRule rule, Actor actor) throws IOException {
        PrivilegeRule added = desk.addRule(rule.kind(), rule.text(), rule.note(), actor);
        return counted(added, quarantine.keptBack());
    }

    @PostMapping("/rules/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable long id, @RequestBody Reason reason, Actor actor) {
        desk.endRule(id, reason.reason(), actor);
    }

    /// The messages kept back that match, newest first.
    @GetMapping("/messages")
    Queue messages(
            @RequestParam(defaultValue = "*") String q, @RequestParam(defaultValue = "") String after, Reader reader)
            throws IOException {
        SearchQuery query = SearchQuery.parse(q, zone, LocalDate.ofInstant(clock.instant(), zone));
        HitPage page = new HitPage(HitPage.Order.NEWEST_FIRST, HitCursor.read(after), PAGE, HitPage.Counting.TOTALS);
        SearchHits found = search.search(query, SearchScope.onlyKeptBack(quarantine.keptBack()), page);
        audit.record(AuditEntry.reading(
                Act.SEARCHED,
                reader,
                "among messages kept back: " + query.parsed() + "; " + found.total() + " found",
                found.hits().stream().map(hit -> hit.message().accession()).toList()));
        return new Queue(
                found.total(),
                found.indexedThrough(),
                found.hits(),
                found.next().map(HitCursor::toString));
    }

    @GetMapping("/releases")
    List<PrivilegeRelease> releases() {
        return table.releases();
    }

    @PostMapping("/releases")
    @ResponseStatus(HttpStatus.CREATED)
    PrivilegeRelease release(@RequestBody NewRelease release, Actor actor) throws IOException {
        return desk.release(new AccessionNumber(release.accession()), release.reason(), actor);
    }

    @PostMapping("/releases/{id}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable long id, @RequestBody Reason reason, Actor actor) {
        desk.takeBack(id, reason.reason(), actor);
    }

    private Rule counted(PrivilegeRule rule, KeptBack all) throws IOException {
        return new Rule(
                rule.id(),
                rule.kind(),
                rule.text(),
                rule.note(),
                rule.addedBy(),
                rule.addedAt(),
                count(SearchScope.onlyNamed(rule.alone(all))));
    }

    private long count(SearchScope scope) throws IOException {
        SearchQuery everything = SearchQuery.parse("*", zone, LocalDate.EPOCH);
        return search.search(everything, scope, 0).total();
    }
}
