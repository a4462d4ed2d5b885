package org.muniment.request;

import java.time.Instant;
import java.util.List;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of whom to ask in departments.
final class ContactTable {
    private final JdbcClient sql;

    ContactTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    /// Whom to ask in a department; it need not be somebody who signs in here.
    record DepartmentContact(String department, String name, String email) {
        private static final int LENGTH_MAX = 200;
        private static final int DEPARTMENT_LENGTH_MAX = 100;

        DepartmentContact {
            department = Written.required(
                    "the department", Written.line("the department", department, DEPARTMENT_LENGTH_MAX), LENGTH_MAX);
            name = Written.line("the contact's name", name, LENGTH_MAX);
            email = Written.line("the contact's address", email, LENGTH_MAX);
        }
    }

    /// A contact, and of which request.
    record Row(RequestId request, DepartmentContact contact) {}

    List<DepartmentContact> of(RequestId request) {
        return all().stream()
                .filter(row -> row.request().equals(request))
                .map(Row::contact)
                .toList();
    }

    List<Row> all() {
        return sql.sql(
                        "SELECT request, department, name, email FROM request_contact WHERE ended_at IS NULL ORDER BY id")
                .query((row, _) -> new Row(
                        new RequestId(row.getLong("request")),
                        new DepartmentContact(
                                row.getString("department"), row.getString("name"), row.getString("email"))))
                .list();
    }

    /// Writes them down anew; those of before stay, ended.
    void replace(RequestId request, List<DepartmentContact> contacts, Instant at) {
        sql.sql("UPDATE request_contact SET ended_at = :at WHERE request = :request AND ended_at IS NULL")
                .param("request", request.number())
                .param("at", Columns.utc(at))
                .update();
        contacts.forEach(contact -> sql.sql("""
                        INSERT INTO request_contact (request, department, name, email, added_at)
                        VALUES (:request, :department, :name, :email, :at)""")
                .param("request", request.number())
                .param("department", contact.department())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("at", Columns.utc(at))
                .update());
    }
}
