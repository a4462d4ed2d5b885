package org.muniment.message;

/// This is one header field as a person reads it: unfolded and decoded. A line in the header that is no field
/// has an empty name and the whole line as its value, so that nothing that was sent goes unseen.
public record HeaderField(String name, String value) {
    /// Header names are compared without regard to case.
    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
