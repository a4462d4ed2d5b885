package org.muniment.transparency;

import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Whether anybody may read the log's checkpoint and hashes: the city's choice, not made at first.
@Component
class LogPublication {
    private final WorkflowDatabase database;

    LogPublication(WorkflowDatabase database) {
        this.database = database;
    }

    boolean isPublic() {
        database.migrate(LogPublication.class);
        return database.sql()
                .sql("SELECT is_public FROM log_publication")
                .query(Boolean.class)
                .single();
    }

    void choose(boolean isPublic) {
        database.migrate(LogPublication.class);
        int _ = database.done(() -> database.sql()
                .sql("UPDATE log_publication SET is_public = :chosen")
                .param("chosen", isPublic)
                .update());
    }
}
