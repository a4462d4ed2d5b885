package org.muniment.archive;

import java.util.List;

/// This is what an integrity check found.
///
/// @param checked number of log entries looked at
/// @param findings one sentence for each thing that is wrong, with its place
/// @param remarks what a reader must know of how it was checked, and of what was not
public record IntegrityReport(IntegrityCheck.Level level, long checked, List<String> findings, List<String> remarks) {
    public IntegrityReport {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    public boolean ok() {
        return findings.isEmpty();
    }
}
