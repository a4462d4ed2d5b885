package org.muniment.people;

import java.time.InstantSource;
import java.util.List;
import org.muniment.access.PersonId;
import org.muniment.access.Purpose;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is what each person has been reading for, so that the same need not be typed again.
@Component
final class StatedPurposes {
    private static final int RECENT_MAX = 8;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    StatedPurposes(WorkflowDatabase database, InstantSource clock) {
        database.migrate(People.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    void state(PersonId person, Purpose purpose) {
        database.done(() -> sql.sql("""
                        MERGE INTO purpose_stated KEY (person, kind, reference)
                        VALUES (:person, :kind, :reference, :now)""")
                .param("person", person.number())
                .param("kind", purpose.kind().name())
                .param("reference", purpose.reference())
                .param("now", Columns.utc(clock.instant()))
                .update());
    }

    /// Newest first.
    List<Session.StatedPurpose> recent(PersonId person) {
        return sql.sql("""
                        SELECT kind, reference, stated_at FROM purpose_stated WHERE person = :person
                        ORDER BY stated_at DESC FETCH FIRST :most ROWS ONLY""")
                .param("person", person.number())
                .param("most", RECENT_MAX)
                .query((row, number) -> new Session.StatedPurpose(
                        new Purpose(Purpose.Kind.valueOf(row.getString("kind")), row.getString("reference")),
                        Columns.instant(row, "stated_at")))
                .list();
    }
}
