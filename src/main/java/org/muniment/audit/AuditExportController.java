package org.muniment.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The trail as a file. Whoever takes it away says why, and that is an entry itself.
@RestController
class AuditExportController {
    private static final int LINES_AT_ONCE = 1_000;

    private final AuditTrail trail;
    private final ZoneId zone;

    AuditExportController(AuditTrail trail, ZoneId zone) {
        this.trail = trail;
        this.zone = zone;
    }

    /// What is wanted, and why; days are the city's, both included.
    record AuditExport(
            String reason,
            Optional<Long> person,
            Optional<List<Act>> act,
            Optional<Long> message,
            Optional<String> purpose,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {
        AuditFilter filter(ZoneId zone) {
            return AuditFilter.of(person, act.orElse(List.of()), message, purpose, from, to, zone);
        }
    }

    @PostMapping(path = "/api/audit/exports", produces = "text/csv")
    @Allowed({Role.AUDITOR, Role.COUNSEL})
    void export(Actor actor, @RequestBody AuditExport wanted, HttpServletResponse response) throws IOException {
        String reason = ExportNeedsAReason.in(wanted.reason());
        AuditFilter filter = wanted.filter(zone);
        AuditRows rows = trail.rows();
        long entry = trail.recorded(new AuditEntry(
                        Act.AUDIT_EXPORTED,
                        actor,
                        Optional.empty(),
                        "%,d %s; reason: %s".formatted(rows.count(filter), filter.inWords(), reason),
                        List.of()))
                .index();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit-before-" + entry + ".csv")
                        .build()
                        .toString());
        write(entry, filter, rows, response);
    }

    /// Page by page: memory is constant, whatever is asked for.
    private static void write(long before, AuditFilter filter, AuditRows rows, HttpServletResponse response)
            throws IOException {
        Writer to = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        to.write(AuditCsv.HEADER);
        long next = before;
        List<AuditLine> lines;
        do {
            lines = rows.wholeBefore(next, filter, LINES_AT_ONCE);
            for (AuditLine line : lines) to.write(AuditCsv.of(line));
            if (!lines.isEmpty()) next = lines.getLast().entry();
        } while (lines.size() == LINES_AT_ONCE);
        to.flush();
    }
}
