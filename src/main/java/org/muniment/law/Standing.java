package org.muniment.law;

/// This is how far the city may rely on a row today. Only a verified one is printed on what leaves.
public enum Standing {
    /// A named person of the city compared it with the law.
    VERIFIED,
    /// Those who wrote it down read it in the source it names.
    READ_IN_A_SOURCE,
    /// It was written down from general knowledge.
    GENERAL_KNOWLEDGE,
    /// It is not in force on the day asked about.
    EXPIRED;

    public boolean mayBePrinted() {
        return this == VERIFIED;
    }

    static Standing unverified(Mark mark) {
        return switch (mark) {
            case READ -> READ_IN_A_SOURCE;
            case GENERAL -> GENERAL_KNOWLEDGE;
        };
    }
}
