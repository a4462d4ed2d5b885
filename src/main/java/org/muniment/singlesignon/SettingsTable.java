package org.muniment.singlesignon;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows behind single sign-on. Who changes them does so inside `WorkflowDatabase.done`.
@Component
class SettingsTable {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    SettingsTable(WorkflowDatabase database) {
        database.migrate(SettingsTable.class);
        this.database = database;
        this.sql = database.sql();
    }

    /// What people sign in with now.
    Optional<SavedSettings> inForce() {
        return standing("confirmed_at IS NOT NULL");
    }

    /// Whether people sign in with this version now.
    boolean isInForce(long version) {
        return sql.sql("""
                                SELECT COUNT(*) FROM single_sign_on
                                WHERE version = :version AND confirmed_at IS NOT NULL AND ended_at IS NULL""").param("version", version).query(Integer.class).single() > 0;
    }

    /// What counsel has yet to confirm.
    Optional<SavedSettings> waiting() {
        return standing("confirmed_at IS NULL");
    }

    void add(SingleSignOnSettings settings, ClientSecret secret, PersonId by, Instant at) {
        long version = sql.sql("""
                        SELECT version FROM FINAL TABLE (INSERT INTO single_sign_on
                        (issuer, client_id, client_secret, address, group_claim, amr_words, acr_words,
                         is_email_trusted, saved_by, saved_at)
                        VALUES (:issuer, :client, :secret, :address, :claim, :amr, :acr, :trusted, :by, :at))""")
                .param("issuer", settings.issuer())
                .param("client", settings.clientId())
                .param("secret", sealed(settings, secret))
                .param("address", settings.address())
                .param("claim", settings.groupClaim())
                .param("amr", String.join(" ", settings.amrWords()))
                .param("acr", String.join(" ", settings.acrWords()))
                .param("trusted", settings.isEmailTrusted())
                .param("by", by.number())
                .param("at", utc(at))
                .query(Long.class)
                .single();
        settings.groups()
                .forEach(each -> sql.sql("""
                                INSERT INTO single_sign_on_group (version, group_name, role)
                                VALUES (:version, :group, :role)""")
                        .param("version", version)
                        .param("group", each.group())
                        .param("role", each.role().name())
                        .update());
    }

    void changeSecret(SavedSettings of, ClientSecret secret) {
        sql.sql("UPDATE single_sign_on SET client_secret = :secret WHERE version = :version")
                .param("secret", sealed(of.settings(), secret))
                .param("version", of.version())
                .update();
    }

    void confirm(SavedSettings waiting, PersonId by, Instant at) {
        sql.sql("UPDATE single_sign_on SET confirmed_by = :by, confirmed_at = :at WHERE version = :version")
                .param("by", by.number())
                .param("at", utc(at))
                .param("version", waiting.version())
                .update();
    }

    /// It stays as history; its secret is forgotten.
    void end(SavedSettings standing, PersonId by, Instant at) {
        sql.sql("""
                        UPDATE single_sign_on SET ended_by = :by, ended_at = :at, client_secret = X''
                        WHERE version = :version""")
                .param("by", by.number())
                .param("at", utc(at))
                .param("version", standing.version())
                .update();
    }

    private Optional<SavedSettings> standing(String confirmed) {
        return sql.sql("SELECT * FROM single_sign_on WHERE ended_at IS NULL AND " + confirmed)
                .query((row, _) -> saved(row))
                .optional();
    }

    private SavedSettings saved(ResultSet row) throws SQLException {
        long version = row.getLong("version");
        var settings = new SingleSignOnSettings(
                row.getString("issuer"),
                row.getString("client_id"),
                row.getString("address"),
                row.getString("group_claim"),
                groups(version),
                Set.of(row.getString("amr_words")),
                Set.of(row.getString("acr_words")),
                row.getBoolean("is_email_trusted"));
        OffsetDateTime confirmedAt = row.getObject("confirmed_at", OffsetDateTime.class);
        PersonId confirmedBy = new PersonId(row.getLong("confirmed_by"));
        return new SavedSettings(
                version,
                settings,
                opened(settings, row.getBytes("client_secret")),
                new PersonId(row.getLong("saved_by")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(confirmedAt)
                        .map(at -> new SavedSettings.Confirmation(confirmedBy, at.toInstant())));
    }

    private List<SingleSignOnSettings.GroupRole> groups(long version) {
        return sql.sql("""
                        SELECT group_name, role FROM single_sign_on_group WHERE version = :version
                        ORDER BY group_name, role""")
                .param("version", version)
                .query((row, _) -> new SingleSignOnSettings.GroupRole(
                        row.getString("group_name"), Role.valueOf(row.getString("role"))))
                .list();
    }

    private byte[] sealed(SingleSignOnSettings settings, ClientSecret secret) {
        return database.seal().seal(secret.text().getBytes(StandardCharsets.UTF_8), place(settings));
    }

    private ClientSecret opened(SingleSignOnSettings settings, byte[] sealed) {
        return new ClientSecret(new String(database.seal().open(sealed, place(settings)), StandardCharsets.UTF_8));
    }

    // A secret opens only beside the issuer it was given for: a row that was changed tells it to nobody.
    private static String place(SingleSignOnSettings settings) {
        return "single_sign_on.client_secret of " + settings.clientId() + " at " + settings.issuer();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
