package org.muniment.request;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.deadline.CityOffices;
import org.muniment.law.JurisdictionId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is where a request is entered for the requester, whichever way it came.
@Component
public final class IntakeDesk {
    private final RequestTable table;
    private final SubjectTable subjects;
    private final StatusTable statuses;
    private final RequestPersonTable people;
    private final Preservations preservations;
    private final CityOffices city;
    private final Chronicle chronicle;
    private final InstantSource clock;
    private final ZoneId zone;

    IntakeDesk(
            WorkflowDatabase database,
            Preservations preservations,
            CityOffices city,
            Chronicle chronicle,
            InstantSource clock,
            ZoneId zone) {
        this.table = RequestTable.in(database);
        this.subjects = new SubjectTable(database);
        this.statuses = new StatusTable(database);
        this.people = new RequestPersonTable(database);
        this.preservations = preservations;
        this.city = city;
        this.chronicle = chronicle;
        this.clock = clock;
        this.zone = zone;
    }

    /// Enters a request; whoever enters it is its officer until another is named. The log holds that
    /// it came, when and under what number, and no personal data of the requester. Throws
    /// [IntakeIsIncomplete].
    public RecordsRequest enter(Intake intake, Actor by) {
        Instant now = clock.instant();
        if (intake.receivedAt().isAfter(now))
            throw new IntakeIsIncomplete("The request cannot have been received in the future. Correct day and time.");
        JurisdictionId jurisdiction = jurisdiction().orElseThrow(LawIsNotChosen::new);
        checkOffice(intake);
        LocalDate lawOn = LocalDate.ofInstant(intake.receivedAt(), zone);
        return table.done(() -> {
            RequestId id = table.add(intake, new Entry(jurisdiction, lawOn, by, now));
            subjects.set(id, intake.subject(), by, now);
            statuses.move(id, new RequestStatus.Received(now), by);
            people.assign(id, RequestPersonTable.Part.OFFICER, new AssignedPerson(by.person(), by.name()), by, now);
            RecordsRequest entered = table.find(id).orElseThrow();
            var body = Map.<String, Object>of(
                    "jurisdiction", jurisdiction.value(),
                    "receivedAt", entered.receivedAt().toString(),
                    "receivedBy", entered.receivedBy().name());
            chronicle.log(entered, "request-received", body, by);
            chronicle.tell(entered, by, "status", "Entered as " + entered.label() + ".", "was entered");
            preservations.place(entered, by);
            return entered;
        });
    }

    /// Whose law counts here, once an administrator has said it.
    Optional<JurisdictionId> jurisdiction() {
        return city.place().jurisdiction();
    }

    private void checkOffice(Intake intake) {
        intake.office().filter(name -> !city.names().contains(name)).ifPresent(name -> {
            throw new IntakeIsIncomplete("There is no office “" + name + "”. Choose one of the city's, or none.");
        });
    }
}
