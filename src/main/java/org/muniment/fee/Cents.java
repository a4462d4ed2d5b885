package org.muniment.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// This is an amount of dollars, exact to the cent.
public record Cents(long count) implements Comparable<Cents> {
    public static final Cents NONE = new Cents(0);
    private static final long MAX = 100_000_000_00L;
    private static final Pattern DOLLARS = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,2})?");

    public Cents {
        if (count < 0 || count > MAX)
            throw new FeeIsUnusable("An amount is from 0.00 to 100,000,000.00 dollars. Correct it.");
    }

    /// Returns the amount as people write it, such as 12.50; absent if it is not one.
    public static Optional<Cents> read(String dollars) {
        return DOLLARS.matcher(dollars).matches() ? Optional.of(of(new BigDecimal(dollars))) : Optional.empty();
    }

    static Cents of(BigDecimal dollars) {
        return new Cents(dollars.movePointRight(2).longValueExact());
    }

    public Cents plus(Cents more) {
        return new Cents(count + more.count);
    }

    /// Returns so many times the amount, parts of a cent dropped: what is more would exceed what the
    /// law allows.
    Cents times(BigDecimal quantity) {
        return new Cents(quantity.multiply(BigDecimal.valueOf(count))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact());
    }

    public boolean isMoreThan(Cents other) {
        return count > other.count;
    }

    @Override
    public int compareTo(Cents other) {
        return Long.compare(count, other.count);
    }

    /// Such as `1234.50`, without a sign or commas.
    @Override
    public String toString() {
        return BigDecimal.valueOf(count, 2).toPlainString();
    }
}
