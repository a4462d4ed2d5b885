package org.muniment.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchivedMessage;
import org.muniment.audit.Act;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.Hit;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One message over HTTP: what is known of it, its HTML for the frame, its conversation, and the bytes.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
@RequestMapping("/api/messages/{accession:\\d{1,18}}")
class MessageController {
    private static final int SOURCE_SIZE_BYTES_MAX = 256 << 10;

    private final ReadingRoom room;
    private final MessageDesk desk;
    private final ArchiveSearch search;

    MessageController(ReadingRoom room, MessageDesk desk, ArchiveSearch search) {
        this.room = room;
        this.desk = desk;
        this.search = search;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    MessageView message(@PathVariable long accession, Reader reader) throws IOException {
        AccessionNumber number = new AccessionNumber(accession);
        List<AccessionNumber> captures = room.captures(number, reader);
        room.record(Act.OPENED, reader, "message " + number + ", as text", captures);
        return desk.view(number, captures);
    }

    @GetMapping(path = "/html", produces = "text/html;charset=UTF-8")
    String html(@PathVariable long accession, Reader reader, HttpServletResponse response) throws IOException {
        ArchivedMessage capture = room.open(new AccessionNumber(accession), reader);
        room.record(Act.OPENED, reader, "message " + accession + ", as HTML", List.of(capture.accession()));
        // Set, not added: of two policies the browser keeps both, and the page's own forbids any frame.
        response.setHeader("Content-Security-Policy", HtmlPage.POLICY);
        return desk.html(capture);
    }

    /// The beginning of the capture as received, for reading on screen.
    @GetMapping(path = "/source", produces = "text/plain;charset=UTF-8")
    String source(@PathVariable long accession, Reader reader) throws IOException {
        ArchivedMessage capture = room.open(new AccessionNumber(accession), reader);
        room.record(Act.OPENED, reader, "message " + accession + ", its source", List.of(capture.accession()));
        try (InputStream raw = capture.open()) {
            return new String(raw.readNBytes(SOURCE_SIZE_BYTES_MAX), StandardCharsets.UTF_8);
        }
    }

    /// The messages of the same conversation that the reader may find, oldest first; at most 100.
    @GetMapping(path = "/conversation", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Hit> conversation(@PathVariable long accession, Reader reader) throws IOException {
        AccessionNumber number = new AccessionNumber(accession);
        room.captures(number, reader);
        List<Hit> hits = search.conversation(number, room.scopeOf(reader));
        room.record(
                Act.SEARCHED,
                reader,
                "conversation of message " + number + "; " + hits.size() + " found",
                hits.stream().map(hit -> hit.message().accession()).toList());
        return hits;
    }

    /// The capture, byte for byte. The name is ours, not the sender's.
    @GetMapping(path = "/raw", produces = "message/rfc822")
    ResponseEntity<Resource> raw(@PathVariable long accession, Reader reader) throws IOException {
        ArchivedMessage capture = room.open(new AccessionNumber(accession), reader);
        room.record(Act.DOWNLOADED, reader, "message " + accession + ", byte for byte", List.of(capture.accession()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("message-" + capture.accession() + ".eml")
                                .build()
                                .toString())
                .contentLength(capture.sizeBytes())
                .body(new InputStreamResource(capture::open));
    }
}
