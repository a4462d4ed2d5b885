package org.muniment.correspondence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.correspondence.LetterPiece.CitedRow;
import org.muniment.correspondence.LetterPiece.FactLine;
import org.muniment.correspondence.LetterPiece.Form;
import org.muniment.fee.FeeDesk;
import org.muniment.fee.FeeEstimate;
import org.muniment.fee.FeeSample;
import org.muniment.fee.FeeTold;
import org.muniment.fee.FeeTold.FeeLineTold;
import org.muniment.fee.FeeTold.FeeWords;
import org.muniment.law.LawBook;
import org.muniment.law.Provision;
import org.muniment.law.RowKind;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.springframework.stereotype.Component;

/// This says a request's latest fee estimate in a letter, each line with the row of law behind it.
@Component
class FeePieces {
    private static final String NONE_YET = "A fee estimate: make one on the Fees tab first";
    private static final String OUT_OF_DATE =
            "A new fee estimate, as the rows of the law were changed after the last: make one on the Fees tab first";

    private final FeeDesk fees;
    private final LawBook law;
    private final Verifications verifications;
    private final ZoneId zone;

    FeePieces(FeeDesk fees, LawBook law, Verifications verifications, ZoneId zone) {
        this.fees = fees;
        this.law = law;
        this.verifications = verifications;
        this.zone = zone;
    }

    /// Without an estimate by today's rows, the one piece says what to do, and the letter is not
    /// finished.
    List<LetterPiece> of(RecordsRequest request) {
        Optional<FeeEstimate> found = fees.estimate(request.id().number());
        if (found.isEmpty()) return List.of(LetterPiece.missing(NONE_YET));
        FeeEstimate estimate = found.get();
        Map<String, Provision> rows = law.rows(request.jurisdiction(), RowKind.FEES, request.lawOn()).stream()
                .map(row -> row.provision())
                .collect(Collectors.toMap(row -> row.id().value(), Function.identity()));
        if (!rulesOf(estimate.told()).allMatch(rule -> isAsThen(rule, rows)))
            return List.of(LetterPiece.missing(OUT_OF_DATE));
        List<LetterPiece> pieces = new ArrayList<>(List.of(LetterPiece.facts(basis(estimate))));
        for (FeeLineTold line : estimate.told().lines()) {
            pieces.add(item(words(line), line.by(), rows, request));
            for (FeeWords also : line.also())
                pieces.add(item("%s: %s".formatted(line.title(), also.plain()), Optional.of(also), rows, request));
        }
        pieces.add(total(estimate.told()));
        estimate.told()
                .prepayment()
                .ifPresent(asked -> pieces.add(item(asked.by().plain(), Optional.of(asked.by()), rows, request)));
        return pieces;
    }

    private static Stream<FeeWords> rulesOf(FeeTold told) {
        return Stream.concat(
                told.lines().stream().flatMap(line -> Stream.concat(line.by().stream(), line.also().stream())),
                told.prepayment().stream().map(FeeTold.PrepaymentTold::by));
    }

    private static boolean isAsThen(FeeWords rule, Map<String, Provision> rows) {
        Provision row = rows.get(rule.rule());
        return row != null && row.plain().equals(rule.plain());
    }

    private LetterPiece item(
            String words, Optional<FeeWords> rule, Map<String, Provision> rows, RecordsRequest request) {
        return rule.map(FeeWords::rule)
                .map(rows::get)
                .map(row -> LetterPiece.cited(
                        Form.GROUND,
                        "%s (%s)".formatted(words, row.citation()),
                        new CitedRow(row.id().value(), row.citation(), verifications.standing(row, request.lawOn()))))
                .orElseGet(() -> LetterPiece.item(words));
    }

    private List<FactLine> basis(FeeEstimate estimate) {
        FeeSample sample = estimate.sample();
        BigDecimal hours = estimate.told().lines().stream()
                .filter(line -> line.unit().equals("hour"))
                .map(line -> new BigDecimal(line.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<FactLine> facts = new ArrayList<>(List.of(
                new FactLine("Found by the search", "%,d".formatted(sample.hits())),
                new FactLine("Of these looked at", "%,d".formatted(sample.sampled())),
                new FactLine("Pages in all", "%,d".formatted(sample.pagesOfAll()))));
        if (hours.signum() > 0) facts.add(new FactLine("Hours of work in all", "%,.2f".formatted(hours)));
        facts.add(new FactLine("Estimated on", LetterValues.day(LocalDate.ofInstant(estimate.madeAt(), zone))));
        return facts;
    }

    private static LetterPiece total(FeeTold told) {
        return told.total()
                .map(total -> LetterPiece.facts(List.of(new FactLine("Estimated total", dollars(total)))))
                .orElseGet(() -> LetterPiece.paragraph(
                        "We cannot name a total yet, because we do not know yet what this costs the city itself: "
                                + told.lines().stream()
                                        .filter(line -> line.amount().isEmpty())
                                        .map(FeeLineTold::title)
                                        .collect(Collectors.joining("; "))
                                + "."));
    }

    private static String words(FeeLineTold line) {
        BigDecimal free = new BigDecimal(line.free());
        String left = free.signum() == 0 ? "" : ", of which %s free".formatted(quantity(line.unit(), line.free()));
        String rate = line.rate()
                .filter(_ -> !line.unit().equals("dollar"))
                .map(each -> ", at %s for each %s".formatted(dollars(each), line.unit()))
                .orElse("");
        String amount = line.amount().map(FeePieces::dollars).orElse("not known yet");
        return "%s, %s%s%s: %s. %s"
                .formatted(line.title(), quantity(line.unit(), line.quantity()), left, rate, amount, line.reason());
    }

    private static String quantity(String unit, String quantity) {
        BigDecimal count = new BigDecimal(quantity);
        return switch (unit) {
            case "dollar" -> dollars(quantity);
            case "page" -> "%,.0f %s".formatted(count, count.compareTo(BigDecimal.ONE) == 0 ? "page" : "pages");
            default -> "%,.2f %ss".formatted(count, unit);
        };
    }

    private static String dollars(String amount) {
        return "$%,.2f".formatted(new BigDecimal(amount));
    }
}
