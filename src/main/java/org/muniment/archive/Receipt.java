package org.muniment.archive;

/// This is the archive's word that something is on disk, for ever.
public sealed interface Receipt {
    /// The number of the entry that was written.
    AccessionNumber accession();

    /// A new capture.
    record Captured(AccessionNumber accession) implements Receipt {}

    /// A capture that was delivered before: the entry notes the repetition, the bytes are those of the original.
    record Duplicate(AccessionNumber accession, AccessionNumber original) implements Receipt {}
}
