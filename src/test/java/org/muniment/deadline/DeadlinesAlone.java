package org.muniment.deadline;

import java.time.InstantSource;
import org.muniment.audit.AuditTrail;
import org.muniment.law.LawBook;
import org.muniment.workflow.WorkflowDatabase;

/// The clock of requests, for tests of the packages above.
public final class DeadlinesAlone {
    private DeadlinesAlone() {}

    public static DeadlineDesk in(WorkflowDatabase database, AuditTrail audit, InstantSource clock) {
        LawBook law = LawBook.shipped();
        return new DeadlineDesk(database, new CityOffices(database, law, audit, clock), law, audit, clock);
    }
}
