package org.muniment.sandbox;

import java.time.Duration;

/// This is how much one run may use before it is ended.
public record SandboxLimits(
        long memoryBytesMax, Duration processorTime, Duration wallTime, long outputBytesMax, long scratchBytesMax) {
    public SandboxLimits {
        if (memoryBytesMax <= 0 || outputBytesMax <= 0 || scratchBytesMax <= 0)
            throw new IllegalArgumentException("a limit is positive");
        if (outputBytesMax > Integer.MAX_VALUE - 16) throw new IllegalArgumentException("output is held in memory");
        if (processorTime.toSeconds() < 1) throw new IllegalArgumentException("processor time is at least a second");
        if (wallTime.isNegative() || wallTime.isZero()) throw new IllegalArgumentException("wall time is positive");
    }

    /// Enough for a converter to read one document of a few hundred pages.
    public static SandboxLimits forOneDocument() {
        return new SandboxLimits(1L << 30, Duration.ofSeconds(60), Duration.ofSeconds(120), 256 << 20, 64 << 20);
    }
}
