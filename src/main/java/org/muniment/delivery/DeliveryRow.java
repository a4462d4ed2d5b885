package org.muniment.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.muniment.access.PersonId;
import org.muniment.archive.AccessionNumber;
import org.muniment.production.BatesNumber;
import org.muniment.production.BatesPrefix;
import org.muniment.request.RequestId;

/// This is how a row of the table reads as a release, in the state it is in.
final class DeliveryRow {
    private DeliveryRow() {}

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                new DeliveryId(row.getLong("id")),
                new RequestId(row.getLong("request")),
                row.getInt("part"),
                Delivery.Extent.valueOf(row.getString("extent")),
                Delivery.IndexNames.valueOf(row.getString("names")),
                new BatesNumber(new BatesPrefix(row.getString("prefix")), row.getLong("first_number")),
                row.getLong("pages"),
                row.getLong("redactions"),
                row.getString("decisions_sha256"),
                new PersonId(row.getLong("prepared_by")),
                row.getString("prepared_by_name"),
                instant(row, "prepared_at"),
                state(row));
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        var since = instant(row, "since");
        return switch (DeliveryState.Kind.valueOf(row.getString("state"))) {
            case PREPARING -> new DeliveryState.Preparing(since);
            case PREPARED -> new DeliveryState.Prepared(since, row.getString("manifest_sha256"));
            case FAILED -> new DeliveryState.Failed(since, row.getString("why"));
            case VOID -> new DeliveryState.Voided(since, row.getString("why"));
            case FINALISED -> finalised(row);
            case RECALLED ->
                new DeliveryState.Recalled(
                        since,
                        row.getString("why"),
                        row.getString("recalled_by_name"),
                        finalised(row),
                        new AccessionNumber(row.getLong("recall_entry")));
        };
    }

    private static DeliveryState.Finalised finalised(ResultSet row) throws SQLException {
        return new DeliveryState.Finalised(
                instant(row, "finalised_at"),
                row.getString("manifest_sha256"),
                new PersonId(row.getLong("finalised_by")),
                row.getString("finalised_by_name"),
                new AccessionNumber(row.getLong("log_entry")));
    }
}
