package org.muniment.audit;

import java.util.List;
import java.util.Optional;

/// This is one page of the trail, newest first. `next` asks for what is older; absent at the end.
record AuditPage(List<AuditLine> lines, Optional<Long> next) {
    static final int LINES_MAX = 200;

    /// One page of those before a number, which is the `next` of the page before.
    static AuditPage before(Optional<Long> next, AuditFilter filter, int limit, AuditRows rows) {
        int lines = Math.clamp(limit, 1, LINES_MAX);
        return of(rows.before(next.orElse(Long.MAX_VALUE), filter, lines + 1), lines);
    }

    private static AuditPage of(List<AuditLine> found, int lines) {
        if (found.size() <= lines) return new AuditPage(found, Optional.empty());
        List<AuditLine> page = found.subList(0, lines);
        return new AuditPage(page, Optional.of(page.getLast().entry()));
    }

    AuditPage withoutWhat() {
        return new AuditPage(lines.stream().map(AuditLine::withoutWhat).toList(), next);
    }
}
