package org.muniment.archive;

import java.io.IOException;

/// This is the time that counts where something is destroyed. It refuses, by throwing, when clocks disagree: nobody
/// destroys early by setting one forward.
@FunctionalInterface
public interface TrustedTime {
    java.time.Instant now() throws IOException;
}
