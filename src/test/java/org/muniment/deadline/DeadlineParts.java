package org.muniment.deadline;

import java.time.InstantSource;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.audit.AuditTrail;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.workflow.WorkflowDatabase;

/// The parts of this package that other packages' tests need, real, by the law as shipped.
public record DeadlineParts(CityOffices offices, DeadlineDesk desk) {
    public static DeadlineParts in(WorkflowDatabase database, AuditTrail audit, InstantSource clock) {
        var offices = new CityOffices(database, LawBook.shipped(), audit, clock);
        return new DeadlineParts(offices, new DeadlineDesk(database, offices, LawBook.shipped(), audit, clock));
    }

    /// Says whose law counts.
    public void choose(String jurisdiction, Actor by) {
        offices.change(
                new CityPlace(Optional.of(new JurisdictionId(jurisdiction)), Optional.empty(), Optional.empty()), by);
    }
}
