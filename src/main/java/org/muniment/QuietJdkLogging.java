package org.muniment;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// Named in a system property and made by java.util.logging itself: warnings of libraries that speak to it are dropped
/// below SEVERE.
public final class QuietJdkLogging {
    public QuietJdkLogging() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.SEVERE);
    }
}
