package org.muniment.fee;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.muniment.law.Mark;
import org.muniment.law.Provision;

/// This is a fee as it is told: by the operator's tool and to the page. Amounts are dollars with two
/// decimals.
///
/// @param total absent while a rate is missing
/// @param ratesNeeded the components for which the city's own cost has to be said
public record FeeTold(
        Optional<String> total,
        List<FeeLineTold> lines,
        List<String> ratesNeeded,
        Optional<PrepaymentTold> prepayment,
        List<FeeWords> words) {

    /// One component.
    ///
    /// @param quantity hours, pages or dollars, as `unit` says
    /// @param outcome such as `charged`, `free`, `forbidden`, `not-now`, `forfeited`, `rate-needed`
    /// @param citation of the row that decides; absent if no row is about it
    /// @param by that row
    /// @param also the other rows behind it, such as what is free
    public record FeeLineTold(
            String component,
            String title,
            String unit,
            String quantity,
            String free,
            Optional<String> rate,
            Optional<String> amount,
            String outcome,
            String reason,
            Optional<String> citation,
            Optional<String> mark,
            Optional<FeeWords> by,
            List<FeeWords> also) {}

    /// What may be asked for before the work.
    ///
    /// @param from the total from which it may be asked; absent: the city's policy says
    public record PrepaymentTold(Optional<String> from, FeeWords by) {}

    /// A row of the law.
    public record FeeWords(String rule, String citation, String mark, boolean verified, String plain) {}

    public static FeeTold of(FeeStatement statement, Predicate<Provision> isVerified) {
        return new FeeTold(
                statement.total().map(Cents::toString),
                statement.lines().stream().map(line -> line(line, isVerified)).toList(),
                statement.ratesNeeded().stream().map(Component::word).toList(),
                statement
                        .prepayment()
                        .map(one -> new PrepaymentTold(one.from().map(Cents::toString), words(one.rule(), isVerified))),
                statement.words().stream().map(rule -> words(rule, isVerified)).toList());
    }

    private static FeeLineTold line(FeeStatement.Line line, Predicate<Provision> isVerified) {
        List<FeeWords> rules =
                line.rules().stream().map(rule -> words(rule, isVerified)).toList();
        return new FeeLineTold(
                line.component().word(),
                line.component().title(),
                word(line.component().unit()),
                line.quantity().stripTrailingZeros().toPlainString(),
                line.free().stripTrailingZeros().toPlainString(),
                line.rate().map(Cents::toString),
                line.amount().map(Cents::toString),
                word(line.outcome()),
                line.reason(),
                rules.stream().findFirst().map(FeeWords::citation),
                rules.stream().findFirst().map(FeeWords::mark),
                rules.stream().findFirst(),
                rules.stream().skip(1).toList());
    }

    private static FeeWords words(Provision rule, Predicate<Provision> isVerified) {
        String mark = rule.mark() == Mark.READ ? "read" : "general";
        return new FeeWords(rule.id().value(), rule.citation(), mark, isVerified.test(rule), rule.plain());
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
