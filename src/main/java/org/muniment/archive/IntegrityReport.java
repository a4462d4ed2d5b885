package org.muniment.archive;

import java.util.List;

/// This is what an integrity check found.
///
/// @param checked number of log entries looked at
/// @param findings one sentence for each thing that is wrong, with its place
public record IntegrityReport(IntegrityCheck.Level level, long checked, List<String> findings) {
    public IntegrityReport {
        findings = List.copyOf(findings);
    }

    public boolean ok() {
        return findings.isEmpty();
    }
}
