package org.muniment.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// This is what a proof bundle asks of those around it for its certificate.
public interface Testimony {
    /// Nothing is known beside the archive, and nothing is printed.
    Testimony NONE = new Testimony() {
        @Override
        public Background background(Instant first, Instant last) {
            return Background.UNKNOWN;
        }

        @Override
        public Optional<byte[]> printed(CertificateDraft draft) {
            return Optional.empty();
        }
    };

    /// Returns what is to be said beside the items.
    ///
    /// @param first when the first of the items was taken into custody
    /// @param last when the last of them was
    Background background(Instant first, Instant last);

    /// Returns the draft as a PDF, if it can be printed here.
    Optional<byte[]> printed(CertificateDraft draft) throws IOException;
}
