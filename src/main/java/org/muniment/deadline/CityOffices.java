package org.muniment.deadline;

import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.RowKind;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is the city's place in law and its offices with their days, as the administrator set them.
/// Each change is in the audit trail. Any thread may use it.
@Component
public final class CityOffices {
    private static final int OFFICES_MAX = 100;
    private static final int CLOSURES_MAX = 5_000;

    private final OfficeTable table;
    private final LawBook law;
    private final AuditTrail audit;
    private final InstantSource clock;

    CityOffices(WorkflowDatabase database, LawBook law, AuditTrail audit, InstantSource clock) {
        this.table = OfficeTable.in(database);
        this.law = law;
        this.audit = audit;
        this.clock = clock;
    }

    public CityPlace place() {
        return table.place();
    }

    /// Throws [org.muniment.law.NoSuchJurisdiction].
    public void change(CityPlace place, Actor by) {
        place.jurisdiction().ifPresent(law::jurisdiction);
        record(
                by,
                "the law that counts: %s; population: %s; fee policy published: %s"
                        .formatted(said(place.jurisdiction()), said(place.population()), said(place.feePolicyOn())));
        table.done(() -> table.change(place));
    }

    /// Returns the offices by name, those that are closed for good left out.
    public List<String> names() {
        return table.offices().stream().map(OfficeTable.Kept::name).toList();
    }

    List<OfficeTable.Kept> offices() {
        return table.offices();
    }

    List<OfficeTable.KeptClosure> closures() {
        return table.closures();
    }

    /// Returns the days of an office: the city's own of that name, or one the law's rows name;
    /// without a name, only the days on which the whole city was closed.
    public Office of(JurisdictionId jurisdiction, Optional<String> name) {
        List<OfficeTable.KeptClosure> closures = table.closures();
        Optional<OfficeTable.Kept> own = name.flatMap(table::office);
        if (own.isPresent())
            return own.get().with(closuresOf(closures, own.get().id()));
        Office shipped = name.flatMap(asked -> find(law, jurisdiction, asked)).orElse(Office.UNNAMED);
        return new Office(
                shipped.name(),
                shipped.week(),
                shipped.cutOff(),
                shipped.area(),
                shipped.keeps(),
                closuresOf(closures, 0));
    }

    private static List<Office.Closure> closuresOf(List<OfficeTable.KeptClosure> all, long office) {
        return all.stream()
                .filter(kept -> kept.office().isEmpty() || kept.office().get() == office)
                .map(OfficeTable.KeptClosure::closure)
                .toList();
    }

    /// Returns an office that the law's rows name. Throws [NoSuchOffice].
    public static Office shipped(LawBook law, JurisdictionId jurisdiction, String name) {
        return find(law, jurisdiction, name)
                .orElseThrow(() -> new NoSuchOffice(
                        name,
                        rows(law, jurisdiction).map(row -> row.text("name")).toList()));
    }

    private static Optional<Office> find(LawBook law, JurisdictionId jurisdiction, String name) {
        return rows(law, jurisdiction)
                .filter(row -> row.text("name").equalsIgnoreCase(name.strip()))
                .findFirst()
                .map(CityOffices::office);
    }

    private static Stream<LawRow> rows(LawBook law, JurisdictionId jurisdiction) {
        return law.all(jurisdiction, RowKind.CALENDAR).stream()
                .filter(row -> BusinessCalendar.part(row) == BusinessCalendar.Part.OFFICE);
    }

    private static Office office(LawRow row) {
        Optional<Office.Week> week = row.texts("days").isEmpty()
                ? Optional.empty()
                : Optional.of(new Office.Week(
                        row.texts("days").stream().map(Holiday::weekday).collect(Collectors.toSet()),
                        LocalTime.parse(row.text("opens")),
                        LocalTime.parse(row.text("closes"))));
        return new Office(row.text("name"), week, Optional.empty(), row.findText("area"), Set.of(), List.of());
    }

    /// Adds an office, or changes the one of that number.
    void keep(Optional<Long> id, Office office, Actor by) {
        if (office.name().isEmpty()) throw new OfficeIsUnusable("An office needs a name. Write one.");
        if (id.isEmpty() && table.offices().size() >= OFFICES_MAX)
            throw new OfficeIsUnusable("There are 100 offices already. Remove one that is closed.");
        if (table.office(office.name())
                .filter(kept -> !Optional.of(kept.id()).equals(id))
                .isPresent())
            throw new OfficeIsUnusable("There is an office \"" + office.name() + "\" already. Choose another name.");
        record(by, "the office \"" + office.name() + "\": " + office);
        table.done(() -> table.keep(id, office));
    }

    void remove(long id, Actor by) {
        record(by, "office " + id + " removed");
        table.done(() -> table.remove(id, clock.instant()));
    }

    void close(Optional<Long> office, Office.Closure closure, Actor by) {
        if (table.closures().size() >= CLOSURES_MAX)
            throw new OfficeIsUnusable("There are 5,000 closed days already. Remove old ones.");
        record(
                by,
                "closed on %s (%s): %s, office %s"
                        .formatted(
                                closure.on(),
                                closure.cause(),
                                closure.reason(),
                                office.map(String::valueOf).orElse("all")));
        table.done(() -> table.close(office, closure, by, clock.instant()));
    }

    void removeClosure(long id, Actor by) {
        record(by, "closed day " + id + " taken back");
        table.done(() -> table.removeClosure(id, clock.instant()));
    }

    private static String said(Optional<?> value) {
        return value.map(Object::toString).orElse("not said");
    }

    private void record(Actor by, String what) {
        audit.record(new AuditEntry(Act.SETTINGS_CHANGED, by, Optional.empty(), what, List.of()));
    }
}
