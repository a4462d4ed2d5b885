package org.muniment.access;

/// This is what mail is read for. Without one nobody reads.
///
/// @param reference the request's or matter's number, or the ticket, order or case; 1 to 200 characters
public record Purpose(Kind kind, String reference) {
    /// A records request, a matter of Corporation Counsel, or one of the four business needs that Westminster's
    /// policy on electronic communication names.
    public enum Kind {
        RECORDS_REQUEST,
        MATTER,
        SUSPECTED_MISUSE,
        LITIGATION,
        SYSTEM_ADMINISTRATION,
        COMPLIANCE
    }

    public static final int REFERENCE_LENGTH_MAX = 200;

    public Purpose {
        reference = reference.strip();
        if (reference.isEmpty() || reference.length() > REFERENCE_LENGTH_MAX)
            throw new IllegalArgumentException("a purpose names its request, matter or order in 1 to 200 characters");
    }
}
