package org.muniment.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of what was done to items: a stack for each, of which undoing takes the top.
final class ReviewActs {
    private final JdbcClient sql;

    ReviewActs(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    /// One act; `before` is the item's whole state before it.
    ///
    /// @param batch the same for all items that one press changed
    record Done(
            long id,
            long item,
            long batch,
            String what,
            String before,
            int versionAfter,
            long byNumber,
            String by,
            Instant at,
            Optional<String> undoneBy,
            Optional<Instant> undoneAt) {}

    long newBatch() {
        return sql.sql("SELECT NEXT VALUE FOR review_batch").query(Long.class).single();
    }

    void add(ItemRow item, long batch, String what, Actor by, Instant at) {
        sql.sql("""
                INSERT INTO review_act (item, batch, what, state_before, version_after, done_by, done_by_name, done_at)
                VALUES (:item, :batch, :what, :before, :after, :by, :name, :at)""")
                .param("item", item.id())
                .param("batch", batch)
                .param("what", what)
                .param("before", ReviewTable.json(item.state()))
                .param("after", item.version() + 1)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What was last done to an item and still stands.
    Optional<Done> last(long item) {
        return sql.sql("""
                SELECT * FROM review_act WHERE item = :item AND undone_at IS NULL ORDER BY id DESC LIMIT 1""").param("item", item).query(ReviewActs::done).optional();
    }

    /// Newest first.
    List<Done> of(long item, int limit) {
        return sql.sql("SELECT * FROM review_act WHERE item = :item ORDER BY id DESC LIMIT :limit")
                .param("item", item)
                .param("limit", limit)
                .query(ReviewActs::done)
                .list();
    }

    /// The item numbers that one press changed.
    List<Integer> itemsOf(long batch, long request) {
        return sql.sql("""
                SELECT item.number FROM review_act act JOIN review_item item ON item.id = act.item
                WHERE act.batch = :batch AND item.request = :request AND act.undone_at IS NULL ORDER BY item.number""")
                .param("batch", batch)
                .param("request", request)
                .query((row, _) -> row.getInt("number"))
                .list();
    }

    void undone(long act, Actor by, Instant at) {
        sql.sql("UPDATE review_act SET undone_by = :by, undone_by_name = :name, undone_at = :at WHERE id = :id")
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", act)
                .update();
    }

    private static Done done(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new Done(
                row.getLong("id"),
                row.getLong("item"),
                row.getLong("batch"),
                row.getString("what"),
                row.getString("state_before"),
                row.getInt("version_after"),
                row.getLong("done_by"),
                row.getString("done_by_name"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("undone_by_name")),
                Optional.ofNullable(row.getObject("undone_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
