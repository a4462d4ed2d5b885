package org.muniment.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The figures of a review, what counsel keeps back of it, and what was released before.
final class ReviewCounts {
    /// What waits for counsel: questions, and what is kept back that nobody decided, or that somebody let
    /// go before it was kept back.
    static final String FOR_COUNSEL = """
            (decision = 'REFERRED' OR (kept_back AND (decision = 'UNDECIDED'
                OR (decision IN ('RELEASE', 'REDACT') AND NOT counsel_decided))))""";

    /// No state of counsel's rules.
    private static final long UNKNOWN = -1;

    private final JdbcClient sql;

    ReviewCounts(WorkflowDatabase database) {
        this.sql = database.sql();
    }

    ReviewProgress progress(RequestId request) {
        return sql.sql("""
                SELECT COUNT(*) AS total,
                    COUNT(*) FILTER (WHERE decision = 'UNDECIDED') AS undecided,
                    COUNT(*) FILTER (WHERE decision = 'NOT_RESPONSIVE') AS not_responsive,
                    COUNT(*) FILTER (WHERE decision = 'RELEASE') AS release,
                    COUNT(*) FILTER (WHERE decision = 'REDACT') AS redact,
                    COUNT(*) FILTER (WHERE decision = 'WITHHOLD') AS withhold,
                    COUNT(*) FILTER (WHERE decision = 'REFERRED') AS referred,
                    COUNT(*) FILTER (WHERE drafts > 0) AS drafts,
                    COUNT(*) FILTER (WHERE %s) AS counsel,
                    COUNT(*) FILTER (WHERE kept_back) AS kept_back
                FROM review_item WHERE request = :request""".formatted(FOR_COUNSEL))
                .param("request", request.number())
                .query((row, _) -> new ReviewProgress(
                        row.getInt("total"),
                        row.getInt("undecided"),
                        row.getInt("not_responsive"),
                        row.getInt("release"),
                        row.getInt("redact"),
                        row.getInt("withhold"),
                        row.getInt("referred"),
                        row.getInt("drafts"),
                        row.getInt("counsel"),
                        row.getInt("kept_back")))
                .single();
    }

    OptionalLong rulesKnownTo(RequestId request) {
        return sql.sql("SELECT rules FROM review_keeping WHERE request = :request")
                .param("request", request.number())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// Makes the next look at the review follow counsel's rules anew. Whoever is within [#rulesUnknown] or
    /// [#keptBackNow] is alone with the flags of the request until their work is done.
    void rulesUnknown(RequestId request) {
        rulesKnown(request, UNKNOWN);
    }

    void keptBackNow(RequestId request, Set<Long> keptBack, long rules) {
        Set<Long> before = sql.sql("SELECT accession FROM review_item WHERE request = :request AND kept_back")
                .param("request", request.number())
                .query((row, _) -> row.getLong("accession"))
                .set();
        for (long accession : before) if (!keptBack.contains(accession)) flag(request, accession, "kept_back = FALSE");
        for (long accession : keptBack)
            if (!before.contains(accession)) flag(request, accession, "kept_back = TRUE, counsel_decided = FALSE");
        rulesKnown(request, rules);
    }

    private void flag(RequestId request, long accession, String flags) {
        sql.sql("UPDATE review_item SET " + flags + " WHERE request = :request AND accession = :accession")
                .param("request", request.number())
                .param("accession", accession)
                .update();
    }

    /// Counsel decided what counsel keeps back.
    void decidedByCounsel(ItemRow item) {
        sql.sql("UPDATE review_item SET counsel_decided = TRUE WHERE id = :id")
                .param("id", item.id())
                .update();
    }

    /// What brought the item's decision back says nothing about who made it.
    void notDecidedByCounsel(ItemRow item) {
        sql.sql("UPDATE review_item SET counsel_decided = FALSE WHERE id = :id")
                .param("id", item.id())
                .update();
    }

    private void rulesKnown(RequestId request, long rules) {
        sql.sql("MERGE INTO review_keeping (request, rules) KEY (request) VALUES (:request, :rules)")
                .param("request", request.number())
                .param("rules", rules)
                .update();
    }

    /// How a thing was when it was released.
    record Released(RequestId request, String release, Instant at, ItemState state) {}

    void released(String thing, RequestId request, String release, ItemState state, Instant at) {
        sql.sql("""
                INSERT INTO review_released (thing, request, release, state, released_at)
                VALUES (:thing, :request, :release, :state, :at)""")
                .param("thing", thing)
                .param("request", request.number())
                .param("release", release)
                .param("state", ReviewTable.json(state))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Newest first.
    List<Released> releasesOf(String thing) {
        return sql.sql("SELECT * FROM review_released WHERE thing = :thing ORDER BY id DESC LIMIT 20")
                .param("thing", thing)
                .query((row, _) -> new Released(
                        new RequestId(row.getLong("request")),
                        row.getString("release"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant(),
                        ReviewTable.state(row.getString("state"))))
                .list();
    }

    /// How much waits for counsel in these reviews.
    int waitingForCounsel(List<RequestId> open) {
        if (open.isEmpty()) return 0;
        return sql.sql("SELECT COUNT(*) FROM review_item WHERE request IN (:open) AND " + FOR_COUNSEL)
                .param("open", numbers(open))
                .query(Integer.class)
                .single();
    }

    private static List<Long> numbers(List<RequestId> requests) {
        return requests.stream().map(RequestId::number).toList();
    }

    /// What waits for counsel in these reviews, first due first.
    List<Waiting> waitingForCounsel(List<RequestId> open, int limit) {
        if (open.isEmpty()) return List.of();
        return sql.sql("SELECT request, number FROM review_item WHERE request IN (:open) AND " + FOR_COUNSEL
                        + " ORDER BY due_on NULLS LAST, request, number LIMIT :limit")
                .param("open", numbers(open))
                .param("limit", limit)
                .query((row, _) -> new Waiting(new RequestId(row.getLong("request")), row.getInt("number")))
                .list();
    }

    record Waiting(RequestId request, int number) {}
}
