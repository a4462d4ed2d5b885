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
import org.muniment.archive.Archive;
import org.muniment.archive.ArchivedMessage;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
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

/// One message over HTTP: what is known of it, its HTML for the frame, and the bytes.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
@RequestMapping("/api/messages/{accession:\\d{1,18}}")
class MessageController {
    private static final int SOURCE_SIZE_BYTES_MAX = 256 << 10;

    private final Archive archive;
    private final MessageDesk desk;
    private final AuditTrail trail;

    MessageController(Archive archive, MessageDesk desk, AuditTrail trail) {
        this.archive = archive;
        this.desk = desk;
        this.trail = trail;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    MessageView message(Reader reader, @PathVariable long accession) throws IOException {
        MessageView view = desk.view(new AccessionNumber(accession));
        trail.record(AuditEntry.reading(
                Act.OPENED, reader, "message " + accession + ", as text", ReadingEntries.capturesOf(view)));
        return view;
    }

    @GetMapping(path = "/html", produces = "text/html;charset=UTF-8")
    String html(Reader reader, @PathVariable long accession, HttpServletResponse response) throws IOException {
        // Set, not added: of two policies the browser keeps both, and the page's own forbids any frame.
        response.setHeader("Content-Security-Policy", HtmlPage.POLICY);
        String html = desk.html(new AccessionNumber(accession));
        recorded(Act.OPENED, reader, accession, "as HTML");
        return html;
    }

    /// The beginning of the capture as received, for reading on screen.
    @GetMapping(path = "/source", produces = "text/plain;charset=UTF-8")
    String source(Reader reader, @PathVariable long accession) throws IOException {
        try (InputStream raw = archive.message(new AccessionNumber(accession)).open()) {
            recorded(Act.OPENED, reader, accession, "its source");
            return new String(raw.readNBytes(SOURCE_SIZE_BYTES_MAX), StandardCharsets.UTF_8);
        }
    }

    /// The capture, byte for byte. The name is ours, not the sender's.
    @GetMapping(path = "/raw", produces = "message/rfc822")
    ResponseEntity<Resource> raw(Reader reader, @PathVariable long accession) throws IOException {
        ArchivedMessage capture = archive.message(new AccessionNumber(accession));
        recorded(Act.DOWNLOADED, reader, accession, "byte for byte");
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

    /// On disk before the answer is given.
    private void recorded(Act act, Reader reader, long accession, String how) {
        trail.record(AuditEntry.reading(
                act, reader, "message " + accession + ", " + how, List.of(new AccessionNumber(accession))));
    }
}
