package org.muniment.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/// This is a look at some of the hits, from which the work on all of them is estimated.
///
/// @param hits how many the search found, exactly
/// @param sampled how many of them were looked at
/// @param pages how many pages those have
/// @param searchMinutes what the whole search takes, however many hits it has
/// @param reviewMinutes what reviewing the sampled ones took
/// @param redactionMinutes what redacting them took
/// @param onPaper whether the requester wants paper
public record FeeSample(
        long hits,
        long sampled,
        long pages,
        long searchMinutes,
        long reviewMinutes,
        long redactionMinutes,
        boolean onPaper) {
    private static final long MAX = 10_000_000;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    public FeeSample {
        for (long number : new long[] {hits, sampled, pages, searchMinutes, reviewMinutes, redactionMinutes})
            if (number < 0 || number > MAX)
                throw new FeeIsUnusable("Each number is from 0 to 10,000,000. Correct the estimate.");
        if (sampled > hits) throw new FeeIsUnusable("More were looked at than were found. Correct the estimate.");
        if (sampled == 0 && pages + reviewMinutes + redactionMinutes > 0)
            throw new FeeIsUnusable("Say how many were looked at to find these pages and minutes.");
    }

    /// Returns the pages of all hits, rounded up.
    public long pagesOfAll() {
        return ofAll(BigDecimal.valueOf(pages), 0).longValueExact();
    }

    /// Returns what all of it comes to: hours with two decimals, rounded up.
    public Map<Component, BigDecimal> quantities() {
        Map<Component, BigDecimal> all = new EnumMap<>(Component.class);
        all.put(Component.SEARCH, BigDecimal.valueOf(searchMinutes).divide(MINUTES, 2, RoundingMode.UP));
        all.put(Component.REVIEW, hours(reviewMinutes));
        all.put(Component.REDACTION, hours(redactionMinutes));
        if (onPaper) all.put(Component.PAPER_COPIES, BigDecimal.valueOf(pagesOfAll()));
        all.values().removeIf(quantity -> quantity.signum() == 0);
        return all;
    }

    private BigDecimal hours(long minutes) {
        if (sampled == 0) return BigDecimal.ZERO;
        return BigDecimal.valueOf(minutes)
                .multiply(BigDecimal.valueOf(hits))
                .divide(BigDecimal.valueOf(sampled).multiply(MINUTES), 2, RoundingMode.UP);
    }

    private BigDecimal ofAll(BigDecimal part, int scale) {
        if (sampled == 0) return BigDecimal.ZERO;
        return part.multiply(BigDecimal.valueOf(hits)).divide(BigDecimal.valueOf(sampled), scale, RoundingMode.UP);
    }
}
