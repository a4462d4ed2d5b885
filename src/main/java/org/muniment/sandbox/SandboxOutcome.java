package org.muniment.sandbox;

import java.nio.charset.StandardCharsets;

/// This is how a run ended: by itself, with its exit code and output, or stopped at a limit.
public sealed interface SandboxOutcome {
    /// What the program said on its error stream; cut at 16 KiB.
    String errorText();

    /// The program ended by itself.
    final class Finished implements SandboxOutcome {
        private final int exitCode;
        private final byte[] output;
        private final String errorText;

        private Finished(int exitCode, byte[] output, String errorText) {
            this.exitCode = exitCode;
            this.output = output;
            this.errorText = errorText;
        }

        public int exitCode() {
            return exitCode;
        }

        public byte[] output() {
            return output.clone();
        }

        public String outputText() {
            return new String(output, StandardCharsets.UTF_8);
        }

        @Override
        public String errorText() {
            return errorText;
        }
    }

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
