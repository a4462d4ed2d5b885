package org.muniment.proof;

import org.muniment.archive.AccessionNumber;

/// What the archive keeps is not what its log was signed with, so there is nothing to prove with.
public final class CaptureDoesNotMatchLog extends RuntimeException {
    CaptureDoesNotMatchLog(AccessionNumber accession, String what) {
        super("Accession " + accession + " cannot be proved: " + what
                + ". Nothing was written. Run \"muniment verify --level full\".");
    }
}
