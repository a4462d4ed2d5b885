package org.muniment.fee;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.muniment.law.Provision;

/// This is what a request may cost its requester, line by line, each with the row of the law it follows
/// from.
///
/// @param total absent while a line lacks the city's own rate: a sum that leaves something out is none
/// @param prepayment what may be asked for before the work, if anything
/// @param words what else the law says about fees: waivers, estimates
public record FeeStatement(
        Optional<Cents> total, List<Line> lines, Optional<Prepayment> prepayment, List<Provision> words) {

    /// One component.
    ///
    /// @param free how much of the quantity costs nothing
    /// @param rate for an hour or a page, where one is known
    /// @param amount absent if the city's own rate is needed
    /// @param rules the rows it follows from, the one that decides first; none if no row is about it
    public record Line(
            Component component,
            BigDecimal quantity,
            BigDecimal free,
            Optional<Cents> rate,
            Optional<Cents> amount,
            Outcome outcome,
            String reason,
            List<Provision> rules) {}

    /// Why a line is what it is.
    public enum Outcome {
        CHARGED,
        /// All of it is within what is free.
        FREE,
        FORBIDDEN,
        /// It might be charged, but a condition of the law is not met.
        NOT_NOW,
        FORFEITED,
        /// The law allows the actual cost, which only the city knows.
        RATE_NEEDED
    }

    /// What may be asked for before the work.
    ///
    /// @param from the total from which it may be asked; absent: the city's policy says
    public record Prepayment(Optional<Cents> from, Provision rule) {}

    /// Returns the components whose rate is missing.
    public List<Component> ratesNeeded() {
        return lines.stream()
                .filter(line -> line.outcome() == Outcome.RATE_NEEDED)
                .map(Line::component)
                .toList();
    }
}
