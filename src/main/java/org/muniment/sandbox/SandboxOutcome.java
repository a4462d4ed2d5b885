package org.muniment.sandbox;

/// This is how a run ended: by itself, with its exit code and output, or stopped at a limit.
public sealed interface SandboxOutcome {
    /// What the program said on its error stream; cut at 16 KiB.
    String errorText();

    record Finished(int exitCode, byte[] output, String errorText) implements SandboxOutcome {}

    record Stopped(Limit limit, String errorText) implements SandboxOutcome {}

    /// Memory is not here: a program that is refused memory ends by itself, with an exit code of its own.
    enum Limit {
        WALL_TIME,
        PROCESSOR_TIME,
        OUTPUT,
        SCRATCH
    }

    /// The sandbox reports the signal that ended its program as 128 + its number.
    static SandboxOutcome of(int exitCode, byte[] output, String errorText) {
        return switch (exitCode) {
            case 128 + 24 -> new Stopped(Limit.PROCESSOR_TIME, errorText);
            case 128 + 25 -> new Stopped(Limit.SCRATCH, errorText);
            default -> new Finished(exitCode, output, errorText);
        };
    }
}
