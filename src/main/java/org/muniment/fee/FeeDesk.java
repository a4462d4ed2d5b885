package org.muniment.fee;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.deadline.CityOffices;
import org.muniment.deadline.CityPlace;
import org.muniment.deadline.ClockStart;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineDesk;
import org.muniment.fee.FeeCircumstances.Body;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.Lateness;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.workflow.WorkflowDatabase;

/// This is where requests get their fees: from the work that was written down, the clock and the
/// law's rows. The caller tells the request's timeline. Any thread may use it.
@org.springframework.stereotype.Component
public final class FeeDesk {
    private final FeeTable table;
    private final DeadlineDesk deadlines;
    private final CityOffices city;
    private final LawBook law;
    private final Verifications verifications;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;

    FeeDesk(
            WorkflowDatabase database,
            DeadlineDesk deadlines,
            CityOffices city,
            LawBook law,
            Verifications verifications,
            AuditTrail audit,
            InstantSource clock,
            ZoneId zone) {
        this.table = FeeTable.in(database);
        this.deadlines = deadlines;
        this.city = city;
        this.law = law;
        this.verifications = verifications;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /// Returns what a request may cost by the work written down so far; forfeited if the clock says
    /// that it is late.
    public FeeTold fee(ClockStart start) {
        List<FeeWork> work = table.work(start.request());
        Map<Component, BigDecimal> quantities = new EnumMap<>(Component.class);
        for (FeeWork one : work) quantities.put(one.component(), FeeTable.sum(work, one.component()));
        return told(statement(start, quantities));
    }

    private FeeTold told(FeeStatement statement) {
        return FeeTold.of(statement, rule -> verifications.isVerified(rule));
    }

    private FeeStatement statement(ClockStart start, Map<Component, BigDecimal> quantities) {
        return FeeReckoning.statement(
                law, start.jurisdiction(), start.receivedAt().toLocalDate(), quantities, circumstances(start));
    }

    private FeeCircumstances circumstances(ClockStart start) {
        FeeTerms terms = table.terms(start.request());
        CityPlace place = city.place();
        Set<Condition> met = new HashSet<>(terms.met());
        if (place.feePolicyOn()
                .filter(day -> !day.isAfter(start.receivedAt().toLocalDate()))
                .isPresent()) met.add(Condition.FEE_POLICY_PUBLISHED);
        Map<Component, Cents> rates = new EnumMap<>(Component.class);
        for (Component component : Component.values())
            switch (component.unit()) {
                case HOUR -> terms.hourlyRate().ifPresent(rate -> rates.put(component, rate));
                case PAGE -> terms.pageRate().ifPresent(rate -> rates.put(component, rate));
                case DOLLAR -> {}
            }
        return new FeeCircumstances(
                Body.MUNICIPALITY, terms.requester(), place.population(), met, lateness(start), rates);
    }

    Lateness lateness(ClockStart start) {
        return switch (deadlines.deadline(start).lateness(LocalDate.ofInstant(clock.instant(), zone))) {
            case LATE, ANSWERED_LATE -> Lateness.LATE;
            case NO_DATE, OPEN, DUE_TODAY, ANSWERED_IN_TIME -> Lateness.IN_TIME;
        };
    }

    Optional<LocalDate> dueOn(ClockStart start) {
        return Optional.of(deadlines.deadline(start)).flatMap(Deadline::dueOn);
    }

    /// Returns the latest estimate, for a letter.
    public Optional<FeeEstimate> estimate(long request) {
        return table.estimate(request);
    }

    /// Returns what was asked, newest first, for a letter.
    public List<FeeInvoice> invoices(long request) {
        return table.invoices(request);
    }

    /// Returns why a request cannot be closed yet, as sentences.
    public List<String> standingInTheWay(long request) {
        return open(request)
                .map(invoice -> "A fee of $%s is open: note on the tab Fees that it was paid, or waive or withdraw it."
                        .formatted(invoice.amount()))
                .stream()
                .toList();
    }

    private Optional<FeeInvoice> open(long request) {
        return table.invoices(request).stream()
                .filter(invoice -> invoice.state() == FeeInvoice.State.OPEN)
                .findFirst();
    }

    List<FeeWork> work(long request) {
        return table.work(request);
    }

    FeeTerms terms(long request) {
        return table.terms(request);
    }

    void add(long request, FeeWork work, Actor by) {
        change(
                request,
                by,
                "work: %s %s".formatted(work.component().word(), work.quantity()),
                () -> table.add(request, work, by, clock.instant()));
    }

    void takeBack(long request, long work, Actor by) {
        change(request, by, "work " + work + " taken back", () -> table.takeBack(request, work, clock.instant()));
    }

    void change(long request, FeeTerms terms, Actor by) {
        change(request, by, "what the fee depends on", () -> table.change(request, terms));
    }

    FeeTold estimate(ClockStart start, FeeSample sample, Actor by) {
        FeeTold told = told(statement(start, sample.quantities()));
        change(
                start.request(),
                by,
                "estimate: " + told.total().orElse("no total"),
                () -> table.addEstimate(start.request(), sample, told, by, clock.instant()));
        return told;
    }

    String invoice(ClockStart start, Actor by) {
        FeeTold told = fee(start);
        Cents amount = told.total()
                .flatMap(Cents::read)
                .orElseThrow(
                        () -> new FeeIsUnusable("There is no total yet: say what an hour or a page costs the city."));
        if (amount.count() == 0) throw new FeeIsUnusable("There is nothing to charge.");
        if (open(start.request()).isPresent())
            throw new FeeIsUnusable("A fee is open already. Settle or withdraw it first.");
        change(
                start.request(),
                by,
                "invoice: " + amount,
                () -> table.addInvoice(start.request(), amount, told, by, clock.instant()));
        return amount.toString();
    }

    FeeInvoice settle(long request, FeeInvoice.State state, String words, Actor by) {
        String why = words.strip();
        if (why.isEmpty() || why.length() > FeeWork.NOTE_LENGTH_MAX)
            throw new FeeIsUnusable("Say in at most 300 characters how it was paid, or why it is not asked for.");
        FeeInvoice invoice = open(request).orElseThrow(() -> new FeeIsUnusable("No fee is open."));
        change(
                request,
                by,
                "invoice " + invoice.id() + " " + state,
                () -> table.settle(invoice.id(), state, why, by, clock.instant()));
        return invoice;
    }

    private void change(long request, Actor by, String what, Supplier<Integer> work) {
        table.done(() -> {
            audit.record(new AuditEntry(
                    Act.FEE_CHANGED, by, Optional.empty(), "request " + request + ": " + what, List.of()));
            return work.get();
        });
    }
}
