package org.muniment.production;

import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.AccessionNumber;

/// This is what came of a release: where it is, how much it holds, what could not be searched,
/// how many messages that match counsel keeps back, and what the officer
/// should look at before it is sent. `recordedAs` is the archive's own entry of it.
public record ReleaseReport(
        Path zip,
        ReleaseTotals totals,
        long unsearchable,
        long keptBack,
        int leftElsewhere,
        List<Integer> marksWithoutEffect,
        AccessionNumber recordedAs) {
    public ReleaseReport {
        marksWithoutEffect = List.copyOf(marksWithoutEffect);
    }
}
