package org.muniment.collection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.search.SearchQuery;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows of saved searches, their versions and runs. Nothing is changed or deleted.
final class SearchTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WorkflowDatabase database;
    private final JdbcClient sql;

    private SearchTable(WorkflowDatabase database) {
        this.database = database;
        this.sql = database.sql();
    }

    static SearchTable in(WorkflowDatabase database) {
        database.migrate(SearchTable.class);
        return new SearchTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    List<SavedSearch> ofRequest(long request) {
        return sql.sql("SELECT id, number, name FROM collection_search WHERE request = :request ORDER BY number")
                .param("request", request)
                .query((row, _) -> saved(row.getLong("id"), row.getInt("number"), row.getString("name")))
                .list();
    }

    Optional<SavedSearch> search(long request, int number) {
        return sql.sql("SELECT id, number, name FROM collection_search WHERE request = :request AND number = :number")
                .param("request", request)
                .param("number", number)
                .query((row, _) -> saved(row.getLong("id"), row.getInt("number"), row.getString("name")))
                .optional();
    }

    /// Adds a search without a version and returns its id.
    long add(long request, String name) {
        return sql.sql("""
                SELECT id FROM FINAL TABLE (INSERT INTO collection_search (request, number, name)
                VALUES (:request,
                    (SELECT COALESCE(MAX(number), 0) + 1 FROM collection_search WHERE request = :request), :name))""")
                .param("request", request)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void addVersion(long search, int version, SearchQuery query, String why, Actor by, Instant at) {
        sql.sql("""
                INSERT INTO collection_version
                (search, version, query, parsed, zone, why, saved_by, saved_by_name, saved_at)
                VALUES (:search, :version, :query, :parsed, :zone, :why, :by, :name, :at)""")
                .param("search", search)
                .param("version", version)
                .param("query", query.text())
                .param("parsed", query.parsed())
                .param("zone", query.zone().getId())
                .param("why", why)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addRun(long search, int version, RunCounts counts, Actor by, Instant at) {
        sql.sql("""
                INSERT INTO collection_run (search, version, run_by, run_by_name, run_at, counts)
                VALUES (:search, :version, :by, :name, :at, :counts)""")
                .param("search", search)
                .param("version", version)
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("counts", JSON.writeValueAsString(counts))
                .update();
    }

    private SavedSearch saved(long id, int number, String name) {
        return new SavedSearch(id, number, name, versions(id));
    }

    private List<SearchVersion> versions(long search) {
        List<Run> runs = runs(search);
        return sql.sql("""
                SELECT version, query, parsed, zone, why, saved_by_name, saved_at FROM collection_version
                WHERE search = :search ORDER BY version""")
                .param("search", search)
                .query((row, _) -> {
                    int version = row.getInt("version");
                    return new SearchVersion(
                            version,
                            row.getString("query"),
                            row.getString("parsed"),
                            ZoneId.of(row.getString("zone")),
                            row.getString("why"),
                            row.getString("saved_by_name"),
                            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                            runs.stream()
                                    .filter(run -> run.version == version)
                                    .map(Run::run)
                                    .toList());
                })
                .list();
    }

    private record Run(int version, SearchRun run) {}

    private List<Run> runs(long search) {
        return new ArrayList<>(sql.sql("""
                SELECT id, version, run_by_name, run_at, counts FROM collection_run
                WHERE search = :search ORDER BY id""")
                .param("search", search)
                .query((row, _) -> new Run(
                        row.getInt("version"),
                        new SearchRun(
                                row.getLong("id"),
                                row.getString("run_by_name"),
                                row.getObject("run_at", OffsetDateTime.class).toInstant(),
                                JSON.readValue(row.getString("counts"), RunCounts.class))))
                .list());
    }
}
