package org.muniment.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void workOfAnInterruptedThreadIsDoneAndTheDatabaseStaysOpenForOthers() {
        try (WorkflowDatabase database = WorkflowDatabase.in(folder)) {
            database.sql().sql("CREATE TABLE levy (amount INT)").update();
            boolean stillInterrupted = addInterrupted(database, 1);
            addInterrupted(database, 2);
            assertThat(stillInterrupted).isTrue();
            assertThat(amounts(database)).containsExactly(1, 2);
        }
        try (WorkflowDatabase again = WorkflowDatabase.in(folder)) {
            assertThat(amounts(again)).containsExactly(1, 2);
        }
    }

    private static boolean addInterrupted(WorkflowDatabase database, int amount) {
        Thread.currentThread().interrupt();
        database.done(() ->
                database.sql().sql("INSERT INTO levy VALUES (?)").param(amount).update());
        return Thread.interrupted();
    }

    private static List<Integer> amounts(WorkflowDatabase database) {
        return database.sql()
                .sql("SELECT amount FROM levy ORDER BY amount")
                .query(Integer.class)
                .list();
    }
}
