package org.muniment.operator;

import java.time.InstantSource;
import org.muniment.people.People;
import org.muniment.workflow.WorkflowDatabase;

/// Whether people were ever named in a database; asking makes no tables.
final class PeopleTable {
    private PeopleTable() {}

    static boolean hasPeople(WorkflowDatabase workflow, InstantSource clock) {
        return workflow.isThere() && isIn(workflow) && !new People(workflow, clock).isEmpty();
    }

    private static boolean isIn(WorkflowDatabase workflow) {
        return workflow.sql()
                        .sql("SELECT count(*) FROM information_schema.tables WHERE table_name = 'PERSON'")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
