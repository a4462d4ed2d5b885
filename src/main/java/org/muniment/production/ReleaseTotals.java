package org.muniment.production;

/// This is how much a release holds. `captures` counts the copies in the archive of the messages released.
public record ReleaseTotals(
        String firstBates, String lastBates, long pages, long messages, long captures, long redactions) {}
