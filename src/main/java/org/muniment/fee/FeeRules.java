package org.muniment.fee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.muniment.fee.FeeCircumstances.Body;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.RequesterKind;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.Provision;
import org.muniment.law.RowKind;

/// The rows of one jurisdiction's fees that are in force on one day, typed.
record FeeRules(
        List<Charge> charges,
        List<Free> free,
        List<Forfeit> forfeits,
        List<Prepayment> prepayments,
        List<Provision> words) {

    enum Part {
        CHARGE,
        FREE,
        FORFEIT,
        PREPAYMENT,
        /// What the law says about fees in words: waivers, estimates.
        WORDS
    }

    /// @param allowed if not, nothing may be asked for it
    /// @param rateMax the most for an hour or a page; absent: the actual cost
    /// @param onlyIf one of these must be met; none: it may always be charged
    /// @param capLiftedBy if met, the rate may be higher
    /// @param costAtLeast a smaller cost is not charged
    record Charge(
            Provision provision,
            Component component,
            boolean allowed,
            Optional<Cents> rateMax,
            List<Condition> onlyIf,
            Optional<Condition> capLiftedBy,
            Optional<Cents> costAtLeast,
            Whom whom) {}

    /// @param quantity hours or pages, together for all the components
    /// @param populationOver only in municipalities larger than this
    record Free(
            Provision provision,
            List<Component> components,
            BigDecimal quantity,
            Optional<Integer> populationOver,
            Whom whom) {}

    /// @param exceptPagesOver not for so large an answer, if [#unless] is met
    record Forfeit(
            Provision provision,
            List<Component> components,
            Optional<Integer> exceptPagesOver,
            Optional<Condition> unless,
            Whom whom) {}

    /// @param from the smallest total for which it may be asked; absent: the city's policy says
    record Prepayment(Provision provision, Optional<Cents> from) {}

    /// To whom a row applies; absent: to all.
    record Whom(Optional<Body> body, List<RequesterKind> requesters) {
        boolean is(FeeCircumstances circumstances) {
            return body.filter(one -> one != circumstances.body()).isEmpty()
                    && (requesters.isEmpty() || requesters.contains(circumstances.requester()));
        }
    }

    static FeeRules of(LawBook law, JurisdictionId jurisdiction, LocalDate onDay) {
        List<LawRow> rows = law.rows(jurisdiction, RowKind.FEES, onDay);
        return new FeeRules(
                of(rows, Part.CHARGE).map(FeeRules::charge).toList(),
                of(rows, Part.FREE).map(FeeRules::free).toList(),
                of(rows, Part.FORFEIT).map(FeeRules::forfeit).toList(),
                of(rows, Part.PREPAYMENT)
                        .map(row -> new Prepayment(
                                row.provision(), row.findAmount("from").map(Cents::of)))
                        .toList(),
                of(rows, Part.WORDS).map(LawRow::provision).toList());
    }

    private static java.util.stream.Stream<LawRow> of(List<LawRow> rows, Part part) {
        return rows.stream().filter(row -> row.findChoice("part", Part.class).orElseThrow() == part);
    }

    private static Charge charge(LawRow row) {
        return new Charge(
                row.provision(),
                row.findChoice("component", Component.class).orElseThrow(),
                row.is("allowed"),
                row.findAmount("rateMax").map(Cents::of),
                choices(row, "onlyIf", Condition.class),
                row.findChoice("capLiftedBy", Condition.class),
                row.findAmount("costAtLeast").map(Cents::of),
                whom(row));
    }

    private static Free free(LawRow row) {
        return new Free(
                row.provision(),
                choices(row, "components", Component.class),
                row.findAmount("quantity").orElseThrow(),
                row.findNumber("populationOver"),
                whom(row));
    }

    private static Forfeit forfeit(LawRow row) {
        return new Forfeit(
                row.provision(),
                choices(row, "components", Component.class),
                row.findNumber("exceptPagesOver"),
                row.findChoice("unless", Condition.class),
                whom(row));
    }

    private static Whom whom(LawRow row) {
        return new Whom(row.findChoice("body", Body.class), choices(row, "requesters", RequesterKind.class));
    }

    private static <E extends Enum<E>> List<E> choices(LawRow row, String key, Class<E> kind) {
        return row.texts(key).stream()
                .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
                .map(name -> Arrays.stream(kind.getEnumConstants())
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "Row " + row.provision().id() + " has an unknown word in \"" + key + "\".")))
                .toList();
    }
}
