package org.muniment.integrity;

import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.IntegrityReport;

/// Mail and audit trail, checked together: two stores of one format, one report.
public final class BothStores {
    private static final String AUDIT_TRAIL = "Audit trail: ";

    private BothStores() {}

    /// Returns both as one report; what is wrong in the trail says so.
    ///
    /// @param remarks more that a reader must know
    public static IntegrityReport together(IntegrityReport mail, Optional<IntegrityReport> audit, String... remarks) {
        return new IntegrityReport(
                mail.level(),
                mail.checked() + audit.map(IntegrityReport::checked).orElse(0L),
                Stream.concat(
                                mail.findings().stream(),
                                audit.stream()
                                        .flatMap(it -> it.findings().stream())
                                        .map(AUDIT_TRAIL::concat))
                        .toList(),
                Stream.of(
                                mail.remarks().stream(),
                                audit.stream().flatMap(it -> it.remarks().stream()),
                                Stream.of(remarks))
                        .flatMap(it -> it)
                        .distinct()
                        .toList());
    }

    /// Whether the trail is sound: one that is damaged takes no entry.
    public static boolean isTrailSound(CheckReport report) {
        return report.findings().stream().noneMatch(finding -> finding.startsWith(AUDIT_TRAIL));
    }
}
