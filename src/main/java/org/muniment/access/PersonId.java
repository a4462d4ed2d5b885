package org.muniment.access;

/// This is the number of a person who signs in; it is never given to another.
public record PersonId(long number) {
    /// Whoever runs the operator's tool on a folder that has no users: trusted, and named so in the audit.
    public static final PersonId OPERATOR = new PersonId(0);

    /// Whoever it was that did not get in, or was not signed in: who is not known, and no guess is written down.
    public static final PersonId NOBODY = new PersonId(-1);

    public PersonId {
        if (number < -1)
            throw new IllegalArgumentException("a person's number is not negative, but for nobody's: " + number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
