package org.muniment.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.law.JurisdictionId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is where a request is entered for the requester, whichever way it came.
@Component
public final class IntakeDesk {
    private final RequestTable table;
    private final SubjectTable subjects;
    private final StatusTable statuses;
    private final RequestPersonTable people;
    private final Timeline timeline;
    private final Archive archive;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;
    private final JurisdictionId jurisdiction;
    private final JsonMapper json = JsonMapper.builder().build();

    IntakeDesk(
            WorkflowDatabase database,
            Timeline timeline,
            Archive archive,
            AuditTrail audit,
            InstantSource clock,
            ZoneId zone,
            @Value("${muniment.jurisdiction:us-ct}") String jurisdiction) {
        this.table = RequestTable.in(database);
        this.subjects = new SubjectTable(database);
        this.statuses = new StatusTable(database);
        this.people = new RequestPersonTable(database);
        this.timeline = timeline;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
        this.jurisdiction = new JurisdictionId(jurisdiction);
    }

    /// Enters a request; whoever enters it is its officer until another is named. The log holds that it came, when and
    /// under what number, and no personal data of the requester. Throws [IntakeIsIncomplete].
    public RecordsRequest enter(Intake intake, Actor by) {
        Instant now = clock.instant();
        if (intake.receivedAt().isAfter(now))
            throw new IntakeIsIncomplete("The request cannot have been received in the future. Correct day and time.");
        LocalDate lawOn = LocalDate.ofInstant(intake.receivedAt(), zone);
        return table.done(() -> {
            RequestId id = table.add(intake, new Entry(jurisdiction, lawOn, by, now));
            subjects.set(id, intake.subject(), by, now);
            statuses.move(id, new RequestStatus.Received(now), by);
            people.assign(id, RequestPersonTable.Part.OFFICER, new AssignedPerson(by.person(), by.name()), by, now);
            RecordsRequest entered = table.find(id).orElseThrow();
            log(entered, by);
            timeline.add(id, by, "status", "Entered as " + entered.label() + ".");
            String what = "entered records request " + entered.label();
            audit.record(new AuditEntry(Act.REQUEST_CHANGED, by, Optional.empty(), what, List.of()));
            return entered;
        });
    }

    private void log(RecordsRequest entered, Actor by) {
        var body = Map.of(
                "request", entered.id().number(),
                "label", entered.label(),
                "jurisdiction", entered.jurisdiction().value(),
                "receivedAt", entered.receivedAt().toString(),
                "receivedBy", entered.receivedBy().name(),
                "by", by.name());
        archive.record(new LifecycleEvent("request-received", json.writeValueAsString(body)));
    }
}
