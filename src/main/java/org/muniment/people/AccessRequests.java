package org.muniment.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind written access requests. They are added to and never changed or removed.
@Component
final class AccessRequests {
    private static final int EACH_MAX = 50;

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    AccessRequests(WorkflowDatabase database) {
        this.database = database;
        database.migrate(AccessRequests.class);
        this.sql = database.sql();
    }

    /// One as a list shows it.
    record Kept(long id, String fileName, long sizeBytes, PersonId addedBy, Instant addedAt) {}

    long add(PersonId person, WrittenRequest request, PersonId by, Instant at) {
        return database.done(() -> {
            if (of(person).size() >= EACH_MAX)
                throw new EntryIsWrong("A person's file takes at most " + EACH_MAX + " documents.");
            return sql.sql("""
                            SELECT id FROM FINAL TABLE (INSERT INTO access_request
                              (person, file_name, kind, size_bytes, sha256, content, added_by, added_at)
                            VALUES (:person, :name, :kind, :size, :sha256, :content, :by, :at))""")
                    .param("person", person.number())
                    .param("name", request.fileName())
                    .param("kind", request.kind().name())
                    .param("size", request.content().length)
                    .param("sha256", Secrets.sha256(request.content()))
                    .param("content", request.content())
                    .param("by", by.number())
                    .param("at", Columns.utc(at))
                    .query(Long.class)
                    .single();
        });
    }

    /// The people of whom there is one at least.
    Set<PersonId> people() {
        return Set.copyOf(sql.sql("SELECT DISTINCT person FROM access_request")
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list());
    }

    /// A person's, newest first.
    List<Kept> of(PersonId person) {
        return sql.sql("""
                        SELECT id, file_name, size_bytes, added_by, added_at FROM access_request
                        WHERE person = :person ORDER BY id DESC""")
                .param("person", person.number())
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        row.getString("file_name"),
                        row.getLong("size_bytes"),
                        new PersonId(row.getLong("added_by")),
                        Columns.instant(row, "added_at")))
                .list();
    }

    /// One of a person's with its bytes. Throws [NotThere], for another's too.
    WrittenRequest read(PersonId person, long id) {
        return sql.sql("SELECT file_name, kind, content FROM access_request WHERE person = :person AND id = :id")
                .param("person", person.number())
                .param("id", id)
                .query((row, _) -> new WrittenRequest(
                        row.getString("file_name"),
                        WrittenRequest.Kind.valueOf(row.getString("kind")),
                        row.getBytes("content")))
                .optional()
                .orElseThrow(() -> new NotThere("document"));
    }
}
