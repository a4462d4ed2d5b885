package org.muniment.law;

/// This is how days are counted.
public enum Counted {
    /// Every day.
    CALENDAR,
    /// Only the days that the jurisdiction's clock counts.
    BUSINESS
}
