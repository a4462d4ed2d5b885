package org.muniment.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of releases.
final class DeliveryTable {
    private static final int WHY_LENGTH_MAX = 2_000;

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private DeliveryTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static DeliveryTable in(WorkflowDatabase database) {
        database.migrate(DeliveryTable.class);
        return new DeliveryTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    Optional<Delivery> find(DeliveryId id) {
        return sql.sql("SELECT * FROM delivery WHERE id = :id")
                .param("id", id.number())
                .query((row, _) -> DeliveryRow.delivery(row))
                .optional();
    }

    /// A release of this request. Throws [NoSuchDelivery].
    Delivery require(RecordsRequest request, long release) {
        return find(new DeliveryId(release))
                .filter(found -> found.request().equals(request.id()))
                .orElseThrow(() -> new NoSuchDelivery(request.label() + " has no such release."));
    }

    /// The release as it stands now; nobody changes it before the work this belongs to is done.
    Delivery locked(DeliveryId id) {
        return sql.sql("SELECT * FROM delivery WHERE id = :id FOR UPDATE")
                .param("id", id.number())
                .query((row, _) -> DeliveryRow.delivery(row))
                .single();
    }

    /// The releases of a request, newest first.
    List<Delivery> of(RequestId request) {
        return sql.sql("SELECT * FROM delivery WHERE request = :request ORDER BY id DESC")
                .param("request", request.number())
                .query((row, _) -> DeliveryRow.delivery(row))
                .list();
    }

    /// Those of any request in a state.
    List<Delivery> in(DeliveryState.Kind state) {
        return sql.sql("SELECT * FROM delivery WHERE state = :state ORDER BY id")
                .param("state", state.name())
                .query((row, _) -> DeliveryRow.delivery(row))
                .list();
    }

    DeliveryId add(Delivery begun, Actor by) {
        return new DeliveryId(sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO delivery
                (request, part, extent, names, prefix, first_number, pages, redactions, state, since, why,
                 decisions_sha256, prepared_by, prepared_by_name, prepared_at)
                VALUES (:request, :part, :extent, :names, :prefix, :first, 0, 0, 'PREPARING', :at, '',
                 :decisions, :by, :name, :at))""")
                .param("request", begun.request().number())
                .param("part", begun.part())
                .param("extent", begun.extent().name())
                .param("names", begun.names().name())
                .param("prefix", begun.first().prefix().text())
                .param("first", begun.first().number())
                .param("decisions", begun.decisionsSha256())
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", utc(begun.preparedAt()))
                .query(Long.class)
                .single());
    }

    void prepared(DeliveryId id, long pages, long redactions, DeliveryState.Prepared to) {
        requireOne(sql.sql("""
                UPDATE delivery SET state = 'PREPARED', since = :since, pages = :pages, redactions = :redactions,
                manifest_sha256 = :manifest WHERE id = :id AND state = 'PREPARING'""")
                .param("since", utc(to.since()))
                .param("pages", pages)
                .param("redactions", redactions)
                .param("manifest", to.manifestSha256())
                .param("id", id.number())
                .update());
    }

    /// Ends what is not finalised. Returns whether it still was in that state.
    boolean ended(DeliveryId id, DeliveryState.Kind from, DeliveryState.Kind to, Instant since, String why) {
        return sql.sql("UPDATE delivery SET state = :to, since = :since, why = :why WHERE id = :id AND state = :from")
                        .param("to", to.name())
                        .param("since", utc(since))
                        .param("why", why.substring(0, Math.min(why.length(), WHY_LENGTH_MAX)))
                        .param("id", id.number())
                        .param("from", from.name())
                        .update()
                > 0;
    }

    void finalised(DeliveryId id, DeliveryState.Finalised to) {
        requireOne(sql.sql("""
                UPDATE delivery SET state = 'FINALISED', since = :since, finalised_at = :since, finalised_by = :by,
                finalised_by_name = :name, log_entry = :entry WHERE id = :id AND state = 'PREPARED'""")
                .param("since", utc(to.since()))
                .param("by", to.by().number())
                .param("name", to.byName())
                .param("entry", to.logEntry().index())
                .param("id", id.number())
                .update());
    }

    void recalled(DeliveryId id, DeliveryState.Recalled to) {
        requireOne(sql.sql("""
                UPDATE delivery SET state = 'RECALLED', since = :since, why = :why, recalled_by_name = :name,
                recall_entry = :entry WHERE id = :id AND state = 'FINALISED'""")
                .param("since", utc(to.since()))
                .param("why", to.reason())
                .param("name", to.byName())
                .param("entry", to.logEntry().index())
                .param("id", id.number())
                .update());
    }

    /// A release that is not in the state an act needs is found before the act; this is the last look.
    private static void requireOne(int rows) {
        if (rows != 1) throw new IllegalStateException("a release was in another state than it was found in");
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
