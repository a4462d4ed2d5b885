package org.muniment.archive;

/// No capture has this number: it is beyond the end of the log, or belongs to another kind of entry.
public final class NoSuchCapture extends RuntimeException {
    NoSuchCapture(AccessionNumber number, String reason) {
        super("Accession " + number + " is no captured message: " + reason + ".");
    }
}
