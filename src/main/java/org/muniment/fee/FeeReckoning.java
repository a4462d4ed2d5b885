package org.muniment.fee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.Lateness;
import org.muniment.fee.FeeRules.Charge;
import org.muniment.fee.FeeRules.Forfeit;
import org.muniment.fee.FeeStatement.Line;
import org.muniment.fee.FeeStatement.Outcome;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.Provision;

/// This reckons fees by the rows in force on one day. What no row allows is not charged.
public final class FeeReckoning {
    private static final int SCALE_MAX = 2;
    private static final BigDecimal QUANTITY_MAX = BigDecimal.valueOf(1_000_000);

    private final FeeRules rules;
    private final FeeCircumstances circumstances;
    private final FreeQuantities freeLeft;

    private FeeReckoning(FeeRules rules, FeeCircumstances circumstances) {
        this.rules = rules;
        this.circumstances = circumstances;
        this.freeLeft = new FreeQuantities(rules.free(), circumstances);
    }

    /// Returns the lines for what was or will be done. Throws [FeeIsUnusable] for quantities that
    /// cannot be meant.
    ///
    /// @param onDay the day of receipt, whose rows count
    /// @param quantities hours, pages or dollars; what is not named or nothing gets no line
    public static FeeStatement statement(
            LawBook law,
            JurisdictionId jurisdiction,
            LocalDate onDay,
            Map<Component, BigDecimal> quantities,
            FeeCircumstances circumstances) {
        quantities.forEach(FeeReckoning::check);
        var reckoning = new FeeReckoning(FeeRules.of(law, jurisdiction, onDay), circumstances);
        var inOrder = new EnumMap<Component, BigDecimal>(Component.class);
        inOrder.putAll(quantities);
        return reckoning.statement(inOrder);
    }

    static void check(Component component, BigDecimal quantity) {
        if (quantity.signum() < 0
                || quantity.compareTo(QUANTITY_MAX) > 0
                || quantity.stripTrailingZeros().scale() > SCALE_MAX)
            throw new FeeIsUnusable("%s: a quantity is from 0 to 1,000,000 with at most two decimals, not %s."
                    .formatted(component.title(), quantity.toPlainString()));
        if (component.unit() == Component.Unit.PAGE
                && quantity.stripTrailingZeros().scale() > 0)
            throw new FeeIsUnusable("Pages are counted whole. Correct " + quantity.toPlainString() + ".");
    }

    private FeeStatement statement(Map<Component, BigDecimal> quantities) {
        BigDecimal pages = quantities.getOrDefault(Component.PAPER_COPIES, BigDecimal.ZERO);
        List<Line> lines = new ArrayList<>();
        quantities.forEach((component, quantity) -> {
            if (quantity.signum() > 0) lines.add(line(component, quantity, pages));
        });
        Optional<Cents> total = lines.stream().anyMatch(line -> line.amount().isEmpty())
                ? Optional.empty()
                : Optional.of(
                        lines.stream().flatMap(line -> line.amount().stream()).reduce(Cents.NONE, Cents::plus));
        return new FeeStatement(total, List.copyOf(lines), prepayment(total), rules.words());
    }

    private Optional<FeeStatement.Prepayment> prepayment(Optional<Cents> total) {
        return rules.prepayments().stream()
                .filter(one -> total.filter(amount -> amount.count() > 0)
                        .filter(amount -> one.from().stream().noneMatch(from -> from.isMoreThan(amount)))
                        .isPresent())
                .map(one -> new FeeStatement.Prepayment(one.from(), one.provision()))
                .findFirst();
    }

    private Line line(Component component, BigDecimal quantity, BigDecimal pages) {
        Optional<Charge> found = rules.charges().stream()
                .filter(charge ->
                        charge.component() == component && charge.whom().is(circumstances))
                .findFirst();
        if (found.isEmpty())
            return nothing(
                    component,
                    quantity,
                    Outcome.FORBIDDEN,
                    "No rule that allows it is known, so it is not charged.",
                    List.of());
        Charge charge = found.get();
        List<Provision> by = List.of(charge.provision());
        if (!charge.allowed())
            return nothing(
                    component, quantity, Outcome.FORBIDDEN, charge.provision().plain(), by);
        Optional<Forfeit> forfeit = forfeit(component, pages);
        if (forfeit.isPresent())
            return nothing(
                    component,
                    quantity,
                    Outcome.FORFEITED,
                    forfeit.get().provision().plain(),
                    List.of(forfeit.get().provision(), charge.provision()));
        if (!charge.onlyIf().isEmpty() && charge.onlyIf().stream().noneMatch(circumstances.met()::contains))
            return nothing(component, quantity, Outcome.NOT_NOW, "Only if " + words(charge.onlyIf()) + ".", by);
        return charged(charge, quantity);
    }

    private static String words(List<Condition> conditions) {
        return String.join(", or if ", conditions.stream().map(Condition::words).toList());
    }

    private Optional<Forfeit> forfeit(Component component, BigDecimal pages) {
        if (circumstances.late() == Lateness.IN_TIME) return Optional.empty();
        return rules.forfeits().stream()
                .filter(one ->
                        one.components().contains(component) && one.whom().is(circumstances))
                .filter(one -> one.exceptPagesOver().isEmpty()
                        || pages.compareTo(
                                        BigDecimal.valueOf(one.exceptPagesOver().get()))
                                <= 0
                        || one.unless().filter(circumstances.met()::contains).isEmpty())
                .findFirst();
    }

    private Line charged(Charge charge, BigDecimal quantity) {
        Component component = charge.component();
        List<Provision> by = new ArrayList<>(List.of(charge.provision()));
        BigDecimal free = freeLeft.take(component, quantity, by);
        BigDecimal left = quantity.subtract(free);
        if (left.signum() == 0)
            return new Line(
                    component,
                    quantity,
                    free,
                    Optional.empty(),
                    Optional.of(Cents.NONE),
                    Outcome.FREE,
                    by.getLast().plain(),
                    by);
        Optional<Cents> rate = rate(charge);
        if (rate.isEmpty())
            return new Line(
                    component,
                    quantity,
                    free,
                    Optional.empty(),
                    Optional.empty(),
                    Outcome.RATE_NEEDED,
                    "The law allows the actual cost. Say what one %s costs the city."
                            .formatted(component.unit().name().toLowerCase(java.util.Locale.ROOT)),
                    by);
        Cents amount = rate.get().times(left);
        if (charge.costAtLeast().filter(least -> least.isMoreThan(amount)).isPresent())
            return nothing(
                    component,
                    quantity,
                    Outcome.NOT_NOW,
                    "The cost is %s, less than the %s from which it may be charged."
                            .formatted(amount, charge.costAtLeast().get()),
                    by);
        return new Line(
                component,
                quantity,
                free,
                rate,
                Optional.of(amount),
                Outcome.CHARGED,
                charge.provision().plain(),
                by);
    }

    /// The city's own rate, never above the law's; without one, the law's highest.
    private Optional<Cents> rate(Charge charge) {
        if (charge.component().unit() == Component.Unit.DOLLAR) return Optional.of(new Cents(100));
        Optional<Cents> own = Optional.ofNullable(circumstances.ownRates().get(charge.component()));
        if (own.isEmpty() || charge.rateMax().isEmpty()) return own.or(charge::rateMax);
        boolean lifted =
                charge.capLiftedBy().filter(circumstances.met()::contains).isPresent();
        return lifted || charge.rateMax().get().isMoreThan(own.get()) ? own : charge.rateMax();
    }

    private static Line nothing(
            Component component, BigDecimal quantity, Outcome outcome, String reason, List<Provision> by) {
        return new Line(
                component, quantity, BigDecimal.ZERO, Optional.empty(), Optional.of(Cents.NONE), outcome, reason, by);
    }
}
