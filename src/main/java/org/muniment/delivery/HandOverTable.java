package org.muniment.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.muniment.production.ReleasePackage;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of links to packages.
final class HandOverTable {
    private final JdbcClient sql;

    HandOverTable(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    long add(
            DeliveryId delivery,
            LinkToken link,
            HandOver.Packing packing,
            ReleasePackage.Packed packed,
            Instant at,
            String by,
            Instant expiresAt) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO delivery_hand_over
                (delivery, token_sha256, packing, size_bytes, sha256, made_at, made_by_name, expires_at, downloads)
                VALUES (:delivery, :token, :packing, :size, :sha256, :at, :by, :expires, 0))""")
                .param("delivery", delivery.number())
                .param("token", link.sha256())
                .param("packing", packing.name())
                .param("size", packed.sizeBytes())
                .param("sha256", packed.sha256())
                .param("at", DeliveryTable.utc(at))
                .param("by", by)
                .param("expires", DeliveryTable.utc(expiresAt))
                .query(Long.class)
                .single();
    }

    Optional<HandOver> find(LinkToken link) {
        return sql.sql("SELECT * FROM delivery_hand_over WHERE token_sha256 = :token")
                .param("token", link.sha256())
                .query((row, _) -> handOver(row))
                .optional();
    }

    /// The links to a release, newest first.
    List<HandOver> of(DeliveryId delivery) {
        return sql.sql("SELECT * FROM delivery_hand_over WHERE delivery = :delivery ORDER BY id DESC")
                .param("delivery", delivery.number())
                .query((row, _) -> handOver(row))
                .list();
    }

    void downloaded(long id, Instant at) {
        sql.sql("UPDATE delivery_hand_over SET downloads = downloads + 1, last_download_at = :at WHERE id = :id")
                .param("at", DeliveryTable.utc(at))
                .param("id", id)
                .update();
    }

    void revoke(long id, Instant at, String by) {
        sql.sql("""
                UPDATE delivery_hand_over SET revoked_at = :at, revoked_by_name = :by
                WHERE id = :id AND revoked_at IS NULL""")
                .param("at", DeliveryTable.utc(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private static HandOver handOver(ResultSet row) throws SQLException {
        return new HandOver(
                row.getLong("id"),
                new DeliveryId(row.getLong("delivery")),
                HandOver.Packing.valueOf(row.getString("packing")),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by_name"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "revoked_at"),
                row.getLong("downloads"),
                instant(row, "last_download_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
