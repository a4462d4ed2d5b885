package org.muniment.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The list of everything a search found, as a table to take away.
@RestController
class ExportController {
    private static final int REASON_LENGTH_MAX = 500;

    private final ArchiveSearch search;
    private final ReadingRoom room;
    private final InstantSource clock;
    private final ZoneId zone;

    ExportController(ArchiveSearch search, ReadingRoom room, InstantSource clock, ZoneId zone) {
        this.search = search;
        this.room = room;
        this.clock = clock;
        this.zone = zone;
    }

    record Export(String q, String reason) {}

    /// Answers with CSV (RFC 4180), one line for each message that matches and the reader may find, oldest first; all
    /// of them. How many stands in the header `Muniment-Messages` before the first line is sent.
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    @PostMapping(path = "/api/search/exports", produces = "text/csv;charset=UTF-8")
    void export(@RequestBody Export export, Reader reader, HttpServletResponse response) throws IOException {
        String reason = export.reason().strip();
        if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX) throw new ReasonIsMissing();
        SearchQuery query = SearchQuery.parse(export.q(), zone, LocalDate.ofInstant(clock.instant(), zone));
        List<FoundMessage> found = new ArrayList<>();
        search.every(query, room.scopeOf(reader), found::add);
        room.record(
                Act.EXPORTED,
                reader,
                "list of %,d messages: %s; reason: %s".formatted(found.size(), query.parsed(), reason),
                found.stream().map(FoundMessage::accession).toList());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"messages.csv\"");
        response.setHeader("Muniment-Messages", Integer.toString(found.size()));
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write(SpreadsheetLine.HEADINGS);
            for (FoundMessage message : found) out.write(SpreadsheetLine.of(search.line(message), zone));
        }
    }
}
