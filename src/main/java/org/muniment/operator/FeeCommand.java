package org.muniment.operator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.fee.Cents;
import org.muniment.fee.Component;
import org.muniment.fee.FeeCircumstances;
import org.muniment.fee.FeeCircumstances.Body;
import org.muniment.fee.FeeCircumstances.Condition;
import org.muniment.fee.FeeCircumstances.Lateness;
import org.muniment.fee.FeeCircumstances.RequesterKind;
import org.muniment.fee.FeeReckoning;
import org.muniment.fee.FeeTold;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `fee`: what a request may cost, and what may not be charged.
@Command(
        name = "fee",
        description = "Say what a records request may cost, line by line, and what the law forbids to charge.",
        mixinStandardHelpOptions = true)
final class FeeCommand extends PlainCommand {
    @Option(
            names = "--jurisdiction",
            paramLabel = "ID",
            required = true,
            description = "Whose law: us, us-ct, us-ma, us-wi or us-co.")
    private String jurisdiction = "";

    @ArgGroup(exclusive = false, validate = false, heading = "%nWhat was or will be done:%n")
    private FeeQuantities quantities = new FeeQuantities();

    @Option(names = "--hourly-rate", paramLabel = "DOLLARS", description = "What an hour costs the city itself.")
    private @Nullable String hourlyRate;

    @Option(names = "--page-rate", paramLabel = "DOLLARS", description = "What a page costs the city itself.")
    private @Nullable String pageRate;

    @Option(
            names = "--population",
            paramLabel = "NUMBER",
            description = "People in the municipality. Without it, what depends on their number is not charged.")
    private @Nullable Integer population;

    @Option(names = "--state-agency", description = "A state agency answers, not a municipality.")
    private boolean stateAgency;

    @Option(
            names = "--requester",
            paramLabel = "KIND",
            description = "commercial, media, educational or other. Default: ${DEFAULT-VALUE}.")
    private RequesterKind requester = RequesterKind.OTHER;

    @Option(names = "--no-fee-policy", description = "The city did not publish a fee policy before the request.")
    private boolean noFeePolicy;

    @Option(names = "--redaction-required", description = "A law requires the redaction.")
    private boolean redactionRequired;

    @Option(names = "--petition-approved", description = "The Supervisor of Records approved a petition on the fee.")
    private boolean petitionApproved;

    @Option(names = "--law-enforcement", description = "The redaction was done by a law-enforcement agency.")
    private boolean lawEnforcement;

    @Option(
            names = "--contacts-made",
            description = "Timely notice and three offers to talk about the scope were made.")
    private boolean contactsMade;

    @ArgGroup(exclusive = false, validate = false, heading = "%nWhether the answer was late:%n")
    private FeeTiming timing = new FeeTiming();

    FeeCommand(Desk desk) {
        super(desk);
    }

    /// @param onDay whose rows count
    record Fee(
            String jurisdiction,
            LocalDate onDay,
            Optional<String> total,
            boolean late,
            Optional<LocalDate> dueOn,
            java.util.List<FeeTold.FeeLineTold> lines,
            java.util.List<String> ratesNeeded,
            Optional<FeeTold.PrepaymentTold> prepayment,
            java.util.List<FeeTold.FeeWords> words) {}

    @Override
    Answer answer() {
        JurisdictionId whose = Given.jurisdiction(jurisdiction);
        LocalDate today = LocalDate.ofInstant(desk.settings().clock().instant(), ZoneId.systemDefault());
        FeeTiming.Judged judged = timing.judged(whose, today);
        Map<Component, BigDecimal> amounts = quantities.all();
        FeeTold told = FeeTold.of(
                FeeReckoning.statement(
                        LawBook.shipped(), whose, judged.onDay(), amounts, circumstances(judged.lateness())),
                _ -> false);
        Fee fee = new Fee(
                whose.value(),
                judged.onDay(),
                told.total(),
                judged.lateness() == Lateness.LATE,
                judged.dueOn(),
                told.lines(),
                told.ratesNeeded(),
                told.prepayment(),
                told.words());
        return Answer.done(
                fee, FeeText.of(fee, LawBook.shipped().jurisdiction(whose).name()));
    }

    private FeeCircumstances circumstances(Lateness lateness) {
        Set<Condition> met = new HashSet<>();
        if (!noFeePolicy) met.add(Condition.FEE_POLICY_PUBLISHED);
        if (redactionRequired) met.add(Condition.REDACTION_REQUIRED_BY_LAW);
        if (petitionApproved) met.add(Condition.PETITION_APPROVED);
        if (lawEnforcement) met.add(Condition.LAW_ENFORCEMENT_AGENCY);
        if (contactsMade) met.add(Condition.GOOD_FAITH_CONTACTS);
        if (population != null && population < 1)
            throw new InputIsUnusable("--population \"" + population + "\" is not a number of people.");
        return new FeeCircumstances(
                stateAgency ? Body.STATE_AGENCY : Body.MUNICIPALITY,
                requester,
                Optional.ofNullable(population),
                met,
                lateness,
                rates());
    }

    private Map<Component, Cents> rates() {
        Map<Component, Cents> rates = new EnumMap<>(Component.class);
        for (Component component : Component.values())
            switch (component.unit()) {
                case HOUR -> read("--hourly-rate", hourlyRate).ifPresent(rate -> rates.put(component, rate));
                case PAGE -> read("--page-rate", pageRate).ifPresent(rate -> rates.put(component, rate));
                case DOLLAR -> {}
            }
        return rates;
    }

    private static Optional<Cents> read(String option, @Nullable String typed) {
        if (typed == null) return Optional.empty();
        return Optional.of(Cents.read(typed)
                .orElseThrow(() -> new InputIsUnusable(
                        "%s \"%s\" is not an amount of dollars. Write it like 25.00.".formatted(option, typed))));
    }
}
