package org.muniment.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.law.JurisdictionId;
import org.muniment.law.ProvisionId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of the city's place, its offices and their closed days.
final class OfficeTable {
    private final WorkflowDatabase database;

    private OfficeTable(WorkflowDatabase database) {
        this.database = database;
    }

    static OfficeTable in(WorkflowDatabase database) {
        database.migrate(OfficeTable.class);
        return new OfficeTable(database);
    }

    /// An office with its number, without its closed days.
    record Kept(long id, Office office) {
        String name() {
            return office.name();
        }

        Office with(List<Office.Closure> closures) {
            return new Office(office.name(), office.week(), office.cutOff(), office.area(), office.keeps(), closures);
        }
    }

    /// @param office absent: the whole city
    record KeptClosure(long id, Optional<Long> office, Office.Closure closure, String addedBy) {}

    <T> T done(Supplier<T> work) {
        return database.done(work);
    }

    CityPlace place() {
        return sql().sql("SELECT jurisdiction, population, fee_policy_on FROM city_place")
                .query((row, _) -> new CityPlace(
                        Optional.ofNullable(row.getString("jurisdiction")).map(JurisdictionId::new),
                        Optional.ofNullable(row.getObject("population", Integer.class)),
                        Optional.ofNullable(row.getObject("fee_policy_on", LocalDate.class))))
                .single();
    }

    int change(CityPlace place) {
        return sql().sql(
                        "UPDATE city_place SET jurisdiction = :jurisdiction, population = :population, fee_policy_on = :on")
                .param(
                        "jurisdiction",
                        place.jurisdiction().map(JurisdictionId::value).orElse(null))
                .param("population", place.population().orElse(null))
                .param("on", place.feePolicyOn().orElse(null))
                .update();
    }

    List<Kept> offices() {
        return sql().sql("""
                SELECT id, name, days, opens, closes, cut_off, area, keeps FROM office
                WHERE removed_at IS NULL ORDER BY name""").query((row, _) -> kept(row)).list();
    }

    Optional<Kept> office(String name) {
        return offices().stream()
                .filter(kept -> kept.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Optional<Office.Week> week = Optional.empty();
        if (!row.getString("days").isEmpty())
            week = Optional.of(new Office.Week(
                    row.getString("days")
                            .chars()
                            .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                            .collect(Collectors.toSet()),
                    row.getObject("opens", LocalTime.class),
                    row.getObject("closes", LocalTime.class)));
        Set<ProvisionId> keeps = Arrays.stream(row.getString("keeps").split(" "))
                .filter(id -> !id.isEmpty())
                .map(ProvisionId::new)
                .collect(Collectors.toSet());
        return new Kept(
                row.getLong("id"),
                new Office(
                        row.getString("name"),
                        week,
                        Optional.ofNullable(row.getObject("cut_off", LocalTime.class)),
                        Optional.ofNullable(row.getString("area")),
                        keeps,
                        List.of()));
    }

    int keep(Optional<Long> id, Office office) {
        String statement = id.isPresent() ? """
                UPDATE office SET name = :name, days = :days, opens = :opens, closes = :closes, cut_off = :cutOff,
                area = :area, keeps = :keeps WHERE id = :id AND removed_at IS NULL""" : """
                INSERT INTO office (name, days, opens, closes, cut_off, area, keeps)
                VALUES (:name, :days, :opens, :closes, :cutOff, :area, :keeps)""";
        return sql().sql(statement)
                .param("id", id.orElse(0L))
                .param("name", office.name())
                .param("days", office.week().map(OfficeTable::digits).orElse(""))
                .param("opens", office.week().map(Office.Week::opens).orElse(null))
                .param("closes", office.week().map(Office.Week::closes).orElse(null))
                .param("cutOff", office.cutOff().orElse(null))
                .param("area", office.area().orElse(null))
                .param(
                        "keeps",
                        office.keeps().stream().map(ProvisionId::value).sorted().collect(Collectors.joining(" ")))
                .update();
    }

    private static String digits(Office.Week week) {
        return week.days().stream()
                .map(day -> String.valueOf(day.getValue()))
                .sorted()
                .collect(Collectors.joining());
    }

    int remove(long id, Instant at) {
        return sql().sql("UPDATE office SET removed_at = :at WHERE id = :id AND removed_at IS NULL")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    List<KeptClosure> closures() {
        return sql().sql("""
                SELECT id, office, on_day, cause, reason, added_by_name FROM office_closure
                WHERE removed_at IS NULL ORDER BY on_day, id""")
                .query((row, _) -> new KeptClosure(
                        row.getLong("id"),
                        Optional.ofNullable(row.getObject("office", Long.class)),
                        new Office.Closure(
                                row.getObject("on_day", LocalDate.class),
                                Office.Cause.valueOf(row.getString("cause")),
                                row.getString("reason")),
                        row.getString("added_by_name")))
                .list();
    }

    int close(Optional<Long> office, Office.Closure closure, Actor by, Instant at) {
        return sql().sql("""
                INSERT INTO office_closure (office, on_day, cause, reason, added_by, added_by_name, added_at)
                VALUES (:office, :on, :cause, :reason, :by, :name, :at)""")
                .param("office", office.orElse(null))
                .param("on", closure.on())
                .param("cause", closure.cause().name())
                .param("reason", closure.reason())
                .param("by", by.person().number())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int removeClosure(long id, Instant at) {
        return sql().sql("UPDATE office_closure SET removed_at = :at WHERE id = :id AND removed_at IS NULL")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private JdbcClient sql() {
        return database.sql();
    }
}
