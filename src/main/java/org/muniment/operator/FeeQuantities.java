package org.muniment.operator;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muniment.fee.Component;
import picocli.CommandLine.Option;

/// How much of each component.
final class FeeQuantities {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    @Option(names = "--hours", paramLabel = "HOURS", description = "Hours of search and retrieval, such as 3.5.")
    private @Nullable String hours;

    @Option(names = "--pages", paramLabel = "NUMBER", description = "Pages copied on paper.")
    private @Nullable String pages;

    @Option(names = "--review-hours", paramLabel = "HOURS", description = "Hours of review.")
    private @Nullable String reviewHours;

    @Option(names = "--redaction-hours", paramLabel = "HOURS", description = "Hours of redaction.")
    private @Nullable String redactionHours;

    @Option(
            names = "--recording-redaction-hours",
            paramLabel = "HOURS",
            description = "Hours of redacting law-enforcement recordings.")
    private @Nullable String recordingHours;

    @Option(names = "--formatting-hours", paramLabel = "HOURS", description = "Hours of formatting and programming.")
    private @Nullable String formattingHours;

    @Option(
            names = "--electronic-cost",
            paramLabel = "DOLLARS",
            description = "What electronic copies and media cost the city.")
    private @Nullable String electronicCost;

    Map<Component, BigDecimal> all() {
        Map<Component, BigDecimal> all = new EnumMap<>(Component.class);
        put(all, Component.SEARCH, "--hours", hours);
        put(all, Component.REVIEW, "--review-hours", reviewHours);
        put(all, Component.REDACTION, "--redaction-hours", redactionHours);
        put(all, Component.RECORDING_REDACTION, "--recording-redaction-hours", recordingHours);
        put(all, Component.FORMATTING, "--formatting-hours", formattingHours);
        put(all, Component.PAPER_COPIES, "--pages", pages);
        put(all, Component.ELECTRONIC_COPIES, "--electronic-cost", electronicCost);
        if (all.isEmpty())
            throw new InputIsUnusable("Nothing was named that could cost something. Give --hours, --pages or another"
                    + " quantity: `muniment fee --help` lists them.");
        return all;
    }

    private static void put(
            Map<Component, BigDecimal> all, Component component, String option, @Nullable String typed) {
        if (typed == null) return;
        if (!NUMBER.matcher(typed).matches())
            throw new InputIsUnusable("%s \"%s\" is not a number. Write it like %s."
                    .formatted(option, typed, component.unit() == Component.Unit.PAGE ? "120" : "3.5"));
        all.put(component, new BigDecimal(typed));
    }
}
