package org.muniment.collection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.production.PaperFile;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of search certificates, with their files sealed.
final class CertificateTable {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private CertificateTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static CertificateTable in(WorkflowDatabase database) {
        database.migrate(CertificateTable.class);
        return new CertificateTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    int nextNumber(long request) {
        return sql.sql("SELECT COALESCE(MAX(number), 0) + 1 FROM collection_certificate WHERE request = :request")
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    void add(long request, int number, Actor by, Instant at) {
        sql.sql("""
                INSERT INTO collection_certificate (request, number, issued_by, issued_by_name, issued_at)
                VALUES (:request, :number, :by, :name, :at)""")
                .param("request", request)
                .param("number", number)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addFile(long request, int number, int place, PaperFile file) {
        sql.sql("""
                INSERT INTO collection_certificate_file (request, number, place, name, media_type, sha256, sealed)
                VALUES (:request, :number, :place, :name, :type, :sha256, :sealed)""")
                .param("request", request)
                .param("number", number)
                .param("place", place)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("sha256", file.sha256())
                .param("sealed", database.seal().seal(file.bytes(), place(request, number, place)))
                .update();
    }

    /// Newest first.
    List<IssuedCertificate> ofRequest(long request) {
        return sql.sql("""
                SELECT number, issued_by_name, issued_at FROM collection_certificate
                WHERE request = :request ORDER BY number DESC""")
                .param("request", request)
                .query((row, _) -> new IssuedCertificate(
                        row.getInt("number"),
                        row.getString("issued_by_name"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        hashes(request, row.getInt("number"))))
                .list();
    }

    private List<IssuedCertificate.CertifiedFile> hashes(long request, int number) {
        return sql.sql("""
                SELECT name, sha256 FROM collection_certificate_file
                WHERE request = :request AND number = :number ORDER BY place""")
                .param("request", request)
                .param("number", number)
                .query((row, _) -> new IssuedCertificate.CertifiedFile(row.getString("name"), row.getString("sha256")))
                .list();
    }

    List<PaperFile> files(long request, int number) {
        return sql.sql("""
                SELECT place, name, media_type, sealed FROM collection_certificate_file
                WHERE request = :request AND number = :number ORDER BY place""")
                .param("request", request)
                .param("number", number)
                .query((row, _) -> new PaperFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        database.seal().open(row.getBytes("sealed"), place(request, number, row.getInt("place")))))
                .list();
    }

    Optional<PaperFile> file(long request, int number, String name) {
        return files(request, number).stream()
                .filter(file -> file.name().equals(name))
                .findFirst();
    }

    private static String place(long request, int number, int place) {
        return "collection_certificate_file.sealed " + request + " " + number + " " + place;
    }
}
