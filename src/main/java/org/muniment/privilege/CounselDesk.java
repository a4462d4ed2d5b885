package org.muniment.privilege;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchScope;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is what counsel does about privilege. Each act is in the archive's log and in the audit trail, or is not done.
/// The audit trail is read by people who may know nothing of content, so a phrase is not in it; the log's body is
/// encrypted and holds all.
@Component
public final class CounselDesk {
    private static final int REASON_LENGTH_MAX = 500;

    private final PrivilegeTable table;
    private final Quarantine quarantine;
    private final Archive archive;
    private final ArchiveSearch search;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public CounselDesk(
            WorkflowDatabase database,
            Quarantine quarantine,
            Archive archive,
            ArchiveSearch search,
            AuditTrail audit,
            InstantSource clock) {
        this.table = PrivilegeTable.in(database);
        this.quarantine = quarantine;
        this.archive = archive;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    /// Keeps back all mail from and to a domain of counsel.
    public void keepBackDomain(String domain, String note, Actor by) {
        addRule(RuleKind.DOMAIN, domain, note, by);
    }

    PrivilegeRule addRule(RuleKind kind, String text, String note, Actor by) {
        String checked = kind.checked(text);
        String kept = shortened(note);
        return table.done(() -> {
            long id = table.add(kind, checked, kept, by, clock.instant());
            log(
                    "privilege-rule-added",
                    Map.of("rule", id, "kind", kind, "text", checked, "note", kept, "by", by.name()));
            PrivilegeRule added = table.rule(id).orElseThrow();
            audit(Act.PRIVILEGE_RULE_CHANGED, by, "added rule " + id + ", " + added.told(), List.of());
            return added;
        });
    }

    void endRule(long id, String reason, Actor by) {
        String why = required(reason);
        PrivilegeRule rule =
                table.rule(id).orElseThrow(() -> new IsNotKeptBack("There is no rule " + id + " in force."));
        table.done(() -> {
            table.end(id, why, by, clock.instant());
            log("privilege-rule-ended", Map.of("rule", id, "reason", why, "by", by.name()));
            String what = "ended rule " + id + ", " + rule.told();
            audit(Act.PRIVILEGE_RULE_CHANGED, by, what, List.of());
            return rule;
        });
    }

    // One at a time: whoever comes second finds it released, so that taking the one release back keeps it back again.
    synchronized PrivilegeRelease release(AccessionNumber number, String reason, Actor by) throws IOException {
        String why = required(reason);
        SearchScope keptBack = SearchScope.onlyKeptBack(quarantine.keptBack());
        FoundMessage message = search.messageOf(number, keptBack)
                .orElseThrow(() -> new IsNotKeptBack("Message " + number + " is not kept back."));
        return table.done(() -> {
            long id = table.release(message.accession(), why, by, clock.instant());
            log(
                    "privilege-released",
                    Map.of("release", id, "message", message.accession().index(), "reason", why, "by", by.name()));
            audit(Act.PRIVILEGE_RELEASED, by, "released a message from quarantine", message.captures());
            return table.release(id).orElseThrow();
        });
    }

    void takeBack(long id, String reason, Actor by) {
        String why = required(reason);
        PrivilegeRelease release =
                table.release(id).orElseThrow(() -> new IsNotKeptBack("There is no release " + id + " in force."));
        table.done(() -> {
            table.takeBack(id, why, by, clock.instant());
            log("privilege-release-taken-back", Map.of("release", id, "reason", why, "by", by.name()));
            audit(Act.PRIVILEGE_RELEASED, by, "took a release from quarantine back", List.of(release.accession()));
            return release;
        });
    }

    private void log(String kind, Map<String, Object> body) {
        archive.record(new LifecycleEvent(kind, json.writeValueAsString(body)));
    }

    private void audit(Act act, Actor by, String what, List<AccessionNumber> messages) {
        audit.record(new AuditEntry(act, by, Optional.empty(), what, messages));
    }

    private static String required(String reason) {
        String kept = shortened(reason);
        if (kept.isEmpty()) throw new RuleIsMalformed("Give a reason: it is written down with the act.");
        return kept;
    }

    private static String shortened(String text) {
        String stripped = text.strip();
        if (stripped.length() > REASON_LENGTH_MAX) throw new RuleIsMalformed("Write at most 500 characters.");
        return stripped;
    }
}
