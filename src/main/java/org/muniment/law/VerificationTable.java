package org.muniment.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;

/// The rows of verifications.
final class VerificationTable {
    private static final String COLUMNS = """
            SELECT id, provision, row_hash, row_body, statement, verified_by_name, verified_at,
                   withdrawn_by_name, withdrawn_at, withdrawn_reason
            FROM law_verification
            """;

    private final WorkflowDatabase database;

    private VerificationTable(WorkflowDatabase database) {
        this.database = database;
    }

    static VerificationTable in(WorkflowDatabase database) {
        database.migrate(VerificationTable.class);
        return new VerificationTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    /// Newest first, withdrawn ones, too.
    List<Verification> of(ProvisionId provision) {
        return database.sql()
                .sql(COLUMNS + "WHERE provision = :provision ORDER BY id DESC")
                .param("provision", provision.value())
                .query((row, _) -> read(row))
                .list();
    }

    long add(LawRow row, String statement, Actor by, Instant at) {
        return database.sql()
                .sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO law_verification
                (provision, row_hash, row_body, statement, verified_by, verified_by_name, verified_at)
                VALUES (:provision, :hash, :body, :statement, :by, :name, :at))""")
                .param("provision", row.provision().id().value())
                .param("hash", row.provision().hash())
                .param("body", row.body().toString())
                .param("statement", statement)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void withdraw(long verification, String reason, Actor by, Instant at) {
        database.sql()
                .sql("""
                UPDATE law_verification SET withdrawn_by = :by, withdrawn_by_name = :name, withdrawn_at = :at,
                    withdrawn_reason = :reason
                WHERE id = :id""")
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", verification)
                .update();
    }

    private static Verification read(ResultSet row) throws SQLException {
        Optional<Instant> withdrawnAt = Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        String by = row.getString("withdrawn_by_name");
        String reason = row.getString("withdrawn_reason");
        return new Verification(
                row.getLong("id"),
                new ProvisionId(row.getString("provision")),
                row.getString("row_hash"),
                row.getString("row_body"),
                row.getString("statement"),
                row.getString("verified_by_name"),
                row.getObject("verified_at", OffsetDateTime.class).toInstant(),
                withdrawnAt.map(at -> new Verification.Withdrawal(by, at, reason)));
    }
}
