package org.muniment.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.access.Actor;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of letters in work.
final class DraftTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private DraftTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static DraftTable in(WorkflowDatabase database) {
        database.migrate(DraftTable.class);
        return new DraftTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    long add(long request, LetterKind kind, String addressee, @Nullable Integer corrects, Actor by, Instant at) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO letter_draft
                (request, kind, addressee, free, corrects, made_by, made_by_name, made_at, changed_at)
                VALUES (:request, :kind, :addressee, '{}', :corrects, :by, :name, :at, :at))""")
                .param("request", request)
                .param("kind", kind.name())
                .param("addressee", addressee)
                .param("corrects", corrects)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void change(long draft, String addressee, Map<String, String> free, Instant at) {
        sql.sql("UPDATE letter_draft SET addressee = :addressee, free = :free, changed_at = :at WHERE id = :id")
                .param("addressee", addressee)
                .param("free", JSON.writeValueAsString(free))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", draft)
                .update();
    }

    /// Returns whether it was still in work.
    boolean end(long draft, Instant at) {
        return sql.sql("UPDATE letter_draft SET over_at = :at WHERE id = :id AND over_at IS NULL")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", draft)
                        .update()
                == 1;
    }

    List<LetterDraft> ofRequest(long request) {
        return sql.sql("SELECT * FROM letter_draft WHERE request = :request AND over_at IS NULL ORDER BY id")
                .param("request", request)
                .query((row, _) -> draft(row))
                .list();
    }

    /// The newest in work of all requests, by request.
    Map<RequestId, List<LetterDraft>> newest(int max) {
        record Row(RequestId request, LetterDraft draft) {}
        return sql
                .sql("SELECT * FROM letter_draft WHERE over_at IS NULL ORDER BY id DESC FETCH FIRST :max ROWS ONLY")
                .param("max", max)
                .query((row, _) -> new Row(new RequestId(row.getLong("request")), draft(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::request, Collectors.mapping(Row::draft, Collectors.toList())));
    }

    Optional<LetterDraft> draft(long request, long id) {
        return ofRequest(request).stream().filter(draft -> draft.id() == id).findFirst();
    }

    private static LetterDraft draft(ResultSet row) throws SQLException {
        return new LetterDraft(
                row.getLong("id"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("addressee"),
                JSON.readValue(row.getString("free"), new TypeReference<Map<String, String>>() {}),
                Optional.ofNullable(row.getObject("corrects", Integer.class)),
                row.getString("made_by_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
