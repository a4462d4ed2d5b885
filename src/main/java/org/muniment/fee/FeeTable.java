package org.muniment.fee;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.RequesterKind;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows of work, terms, estimates and invoices.
final class FeeTable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WorkflowDatabase database;

    private FeeTable(WorkflowDatabase database) {
        this.database = database;
    }

    static FeeTable in(WorkflowDatabase database) {
        database.migrate(FeeTable.class);
        return new FeeTable(database);
    }

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    List<FeeWork> work(long request) {
        return sql().sql("""
                SELECT id, component, on_day, quantity, person, note, added_by_name FROM fee_work
                WHERE request = :request AND taken_back_at IS NULL ORDER BY on_day, id""")
                .param("request", request)
                .query((row, _) -> new FeeWork(
                        row.getLong("id"),
                        Component.valueOf(row.getString("component")),
                        row.getObject("on_day", LocalDate.class),
                        row.getBigDecimal("quantity"),
                        row.getString("person"),
                        row.getString("note"),
                        row.getString("added_by_name")))
                .list();
    }

    int add(long request, FeeWork work, Actor by, Instant at) {
        return sql().sql("""
                INSERT INTO fee_work (request, component, on_day, quantity, note, person, added_by, added_by_name, added_at)
                VALUES (:request, :component, :on, :quantity, :note, :person, :by, :name, :at)""")
                .param("request", request)
                .param("component", work.component().name())
                .param("on", work.on())
                .param("quantity", work.quantity())
                .param("note", work.note())
                .param("person", work.person())
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", utc(at))
                .update();
    }

    int takeBack(long request, long work, Instant at) {
        return sql().sql("""
                UPDATE fee_work SET taken_back_at = :at
                WHERE id = :id AND request = :request AND taken_back_at IS NULL""")
                .param("at", utc(at))
                .param("id", work)
                .param("request", request)
                .update();
    }

    FeeTerms terms(long request) {
        return sql().sql("SELECT requester, met, hourly_cents, page_cents FROM fee_terms WHERE request = :request")
                .param("request", request)
                .query((row, _) -> new FeeTerms(
                        RequesterKind.valueOf(row.getString("requester")),
                        Arrays.stream(row.getString("met").split(" "))
                                .filter(word -> !word.isEmpty())
                                .map(Condition::valueOf)
                                .collect(Collectors.toSet()),
                        cents(row, "hourly_cents"),
                        cents(row, "page_cents")))
                .optional()
                .orElse(FeeTerms.NONE);
    }

    private static Optional<Cents> cents(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Cents::new);
    }

    int change(long request, FeeTerms terms) {
        return sql().sql("""
                MERGE INTO fee_terms (request, requester, met, hourly_cents, page_cents)
                VALUES (:request, :requester, :met, :hourly, :page)""")
                .param("request", request)
                .param("requester", terms.requester().name())
                .param("met", terms.met().stream().map(Condition::name).sorted().collect(Collectors.joining(" ")))
                .param("hourly", terms.hourlyRate().map(Cents::count).orElse(null))
                .param("page", terms.pageRate().map(Cents::count).orElse(null))
                .update();
    }

    Optional<FeeEstimate> estimate(long request) {
        return sql().sql("""
                SELECT id, sample, told, made_by_name, made_at FROM fee_estimate
                WHERE request = :request ORDER BY id DESC LIMIT 1""")
                .param("request", request)
                .query((row, _) -> new FeeEstimate(
                        row.getLong("id"),
                        JSON.readValue(row.getString("sample"), FeeSample.class),
                        JSON.readValue(row.getString("told"), FeeTold.class),
                        row.getString("made_by_name"),
                        instant(row, "made_at").orElseThrow()))
                .optional();
    }

    int addEstimate(long request, FeeSample sample, FeeTold told, Actor by, Instant at) {
        return sql().sql("""
                INSERT INTO fee_estimate (request, sample, told, made_by, made_by_name, made_at)
                VALUES (:request, :sample, :told, :by, :name, :at)""")
                .param("request", request)
                .param("sample", JSON.writeValueAsString(sample))
                .param("told", JSON.writeValueAsString(told))
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", utc(at))
                .update();
    }

    List<FeeInvoice> invoices(long request) {
        return sql().sql("""
                SELECT id, cents, state, told, made_by_name, made_at, settled_by_name, settled_at, settled_words
                FROM fee_invoice WHERE request = :request ORDER BY id DESC""")
                .param("request", request)
                .query((row, _) -> new FeeInvoice(
                        row.getLong("id"),
                        new Cents(row.getLong("cents")).toString(),
                        FeeInvoice.State.valueOf(row.getString("state")),
                        JSON.readValue(row.getString("told"), FeeTold.class),
                        row.getString("made_by_name"),
                        instant(row, "made_at").orElseThrow(),
                        Optional.ofNullable(row.getString("settled_by_name")),
                        instant(row, "settled_at"),
                        Optional.ofNullable(row.getString("settled_words"))))
                .list();
    }

    int addInvoice(long request, Cents amount, FeeTold told, Actor by, Instant at) {
        return sql().sql("""
                INSERT INTO fee_invoice (request, cents, state, told, made_by, made_by_name, made_at)
                VALUES (:request, :cents, 'OPEN', :told, :by, :name, :at)""")
                .param("request", request)
                .param("cents", amount.count())
                .param("told", JSON.writeValueAsString(told))
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", utc(at))
                .update();
    }

    int settle(long invoice, FeeInvoice.State state, String words, Actor by, Instant at) {
        return sql().sql("""
                UPDATE fee_invoice SET state = :state, settled_words = :words, settled_by_name = :name, settled_at = :at
                WHERE id = :id AND state = 'OPEN'""")
                .param("state", state.name())
                .param("words", words)
                .param("name", by.name())
                .param("at", utc(at))
                .param("id", invoice)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private JdbcClient sql() {
        return database.sql();
    }

    static BigDecimal sum(List<FeeWork> work, Component component) {
        return work.stream()
                .filter(one -> one.component() == component)
                .map(FeeWork::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
