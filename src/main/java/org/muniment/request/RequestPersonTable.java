package org.muniment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of who works on a request.
final class RequestPersonTable {
    enum Part {
        OFFICER,
        REVIEWER
    }

    record Row(RequestId request, Part part, AssignedPerson who) {}

    private final JdbcClient sql;

    RequestPersonTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    static List<AssignedPerson> in(List<Row> rows, Part part) {
        return rows.stream().filter(row -> row.part() == part).map(Row::who).toList();
    }

    /// Those who work on any request now.
    List<Row> now() {
        return sql.sql("SELECT request, part, person, name FROM request_person WHERE ended_at IS NULL ORDER BY id")
                .query(RequestPersonTable::row)
                .list();
    }

    List<Row> now(RequestId request) {
        return sql.sql("""
                        SELECT request, part, person, name FROM request_person
                        WHERE request = :request AND ended_at IS NULL ORDER BY id""")
                .param("request", request.number())
                .query(RequestPersonTable::row)
                .list();
    }

    void assign(RequestId request, Part part, AssignedPerson who, Actor by, Instant at) {
        sql.sql("""
                        INSERT INTO request_person (request, part, person, name, assigned_at, assigned_by)
                        VALUES (:request, :part, :person, :name, :at, :by)""")
                .param("request", request.number())
                .param("part", part.name())
                .param("person", who.person().number())
                .param("name", who.name())
                .param("at", Columns.utc(at))
                .param("by", by.name())
                .update();
    }

    void end(RequestId request, Part part, PersonId person, Instant at) {
        sql.sql("""
                        UPDATE request_person SET ended_at = :at
                        WHERE request = :request AND part = :part AND person = :person AND ended_at IS NULL""")
                .param("request", request.number())
                .param("part", part.name())
                .param("person", person.number())
                .param("at", Columns.utc(at))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RequestId(row.getLong("request")),
                Part.valueOf(row.getString("part")),
                new AssignedPerson(new PersonId(row.getLong("person")), row.getString("name")));
    }
}
