package org.muniment.archive;

/// Refusal: the keys of records that must be kept are out of the key table, and the archive never said that it took
/// them.
final class HeldMailIsGone extends RuntimeException {
    HeldMailIsGone(AccessionNumber authorisation, AccessionRanges held) {
        super(held + " must be kept and cannot be read any more: their keys are out of the key table under entry "
                + authorisation
                + ", which the log does not say was begun. The old root key stays. Leave the key table as it"
                + " is, for it alone has the keys of newer segments: restore the latest backup into another folder, read"
                + " them there, and find out who changed it.");
    }
}
