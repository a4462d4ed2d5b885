package org.muniment;

/// Refusal: a demonstration was asked to answer others than this computer.
final class DemonstrationStaysHere extends RuntimeException {
    DemonstrationStaysHere() {
        super("A demonstration answers this computer only. Start it without --listen, --smtp-listen and --host.");
    }
}
