package org.muniment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tasks.
final class TaskTable {
    private final JdbcClient sql;

    TaskTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    /// Something to be done for a request.
    record Task(
            long id,
            RequestId request,
            String what,
            Optional<AssignedPerson> who,
            Optional<LocalDate> dueOn,
            String madeBy,
            Optional<Instant> doneAt,
            Optional<String> doneBy) {}

    List<Task> of(RequestId request) {
        return sql.sql("SELECT * FROM request_task WHERE request = :request ORDER BY done_at NULLS FIRST, due_on, id")
                .param("request", request.number())
                .query(TaskTable::task)
                .list();
    }

    /// Those not done, of all requests.
    List<Task> open() {
        return sql.sql("SELECT * FROM request_task WHERE done_at IS NULL ORDER BY due_on NULLS LAST, id")
                .query(TaskTable::task)
                .list();
    }

    long add(
            RequestId request,
            String what,
            Optional<AssignedPerson> who,
            Optional<LocalDate> due,
            Actor by,
            Instant at) {
        return sql.sql("""
                        SELECT id FROM FINAL TABLE (INSERT INTO request_task
                            (request, what, person, person_name, due_on, made_at, made_by_name)
                        VALUES (:request, :what, :person, :name, :due, :at, :by))""")
                .param("request", request.number())
                .param("what", what)
                .param("person", who.map(one -> one.person().number()).orElse(null))
                .param("name", who.map(AssignedPerson::name).orElse(null))
                .param("due", due.orElse(null))
                .param("at", Columns.utc(at))
                .param("by", by.name())
                .query(Long.class)
                .single();
    }

    void done(long task, Actor by, Instant at) {
        sql.sql("UPDATE request_task SET done_at = :at, done_by_name = :by WHERE id = :id")
                .param("at", Columns.utc(at))
                .param("by", by.name())
                .param("id", task)
                .update();
    }

    void notDone(long task) {
        sql.sql("UPDATE request_task SET done_at = NULL, done_by_name = NULL WHERE id = :id")
                .param("id", task)
                .update();
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        Optional<AssignedPerson> who = Columns.numberIfAny(row, "person").isEmpty()
                ? Optional.empty()
                : Optional.of(new AssignedPerson(new PersonId(row.getLong("person")), row.getString("person_name")));
        return new Task(
                row.getLong("id"),
                new RequestId(row.getLong("request")),
                row.getString("what"),
                who,
                Columns.dayIfAny(row, "due_on"),
                row.getString("made_by_name"),
                Columns.instantIfAny(row, "done_at"),
                Optional.ofNullable(row.getString("done_by_name")));
    }
}
