package org.muniment.law;

/// This is how far those who wrote a row down knew it. More than this only a person of the city can say:
/// see [Standing].
public enum Mark {
    /// Read in a copy of the source that the row names.
    READ,
    /// General knowledge: to be compared with the statute before anybody relies on it.
    GENERAL
}
