package org.muniment.collection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what was put into review sets.
final class CollectedTable {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private CollectedTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static CollectedTable in(WorkflowDatabase database) {
        database.migrate(CollectedTable.class);
        return new CollectedTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    /// Begins one; returns its id.
    long begin(long request, SavedSearch search, CollectionPreview preview, Actor by, Instant at) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO collection_collected
                (request, search, version, collected_by, collected_by_name, begun_at, indexed_through,
                 matched, matched_kept_back, already_there, duplicates, added, set_before)
                VALUES (:request, :search, :version, :by, :name, :at, :through,
                 :matched, :keptBack, :there, :duplicates, 0, :before))""")
                .param("request", request)
                .param("search", search.id())
                .param("version", search.current().version())
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("through", preview.indexedThrough())
                .param("matched", preview.matched())
                .param("keptBack", preview.keptBack())
                .param("there", preview.alreadyThere())
                .param("duplicates", preview.duplicates())
                .param("before", preview.inSet())
                .query(Long.class)
                .single();
    }

    void added(long id, long added) {
        sql.sql("UPDATE collection_collected SET added = :added WHERE id = :id")
                .param("added", added)
                .param("id", id)
                .update();
    }

    void end(long id, long setAfter, Instant at) {
        sql.sql("UPDATE collection_collected SET ended_at = :at, set_after = :after WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("after", setAfter)
                .param("id", id)
                .update();
    }

    void fail(long id, String trouble, Instant at) {
        sql.sql("UPDATE collection_collected SET ended_at = :at, trouble = :trouble WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("trouble", trouble)
                .param("id", id)
                .update();
    }

    /// Oldest first.
    List<Collected> ofRequest(long request) {
        return sql.sql("""
                SELECT c.*, s.number AS search_number FROM collection_collected c
                JOIN collection_search s ON s.id = c.search WHERE c.request = :request ORDER BY c.id""")
                .param("request", request)
                .query((row, _) -> new Collected(
                        row.getLong("id"),
                        row.getInt("search_number"),
                        row.getInt("version"),
                        row.getString("collected_by_name"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getLong("indexed_through"),
                        row.getLong("matched"),
                        row.getLong("matched_kept_back"),
                        row.getLong("already_there"),
                        row.getLong("duplicates"),
                        row.getLong("added"),
                        row.getLong("set_before"),
                        Optional.ofNullable(row.getObject("set_after", Long.class)),
                        Optional.ofNullable(row.getString("trouble"))))
                .list();
    }

    /// Those that were going on when the program ended.
    void interrupt(Instant at) {
        database.done(
                () -> sql.sql("""
                UPDATE collection_collected SET ended_at = :at,
                trouble = 'The server stopped meanwhile. Collect again: nothing is added twice.'
                WHERE ended_at IS NULL""").param("at", at.atOffset(ZoneOffset.UTC)).update());
    }
}
