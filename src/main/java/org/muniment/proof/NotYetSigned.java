package org.muniment.proof;

import java.time.Duration;
import org.muniment.archive.AccessionNumber;

/// The log has not signed a checkpoint that covers the capture, and a proof needs one.
public final class NotYetSigned extends RuntimeException {
    NotYetSigned(AccessionNumber accession, Duration waited) {
        super("Accession " + accession + " is kept, but not yet under a signed checkpoint after " + waited.toSeconds()
                + " seconds. Look at \"muniment health\" and try again.");
    }
}
