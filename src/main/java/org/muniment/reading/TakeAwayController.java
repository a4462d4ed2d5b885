package org.muniment.reading;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchivedMessage;
import org.muniment.audit.Act;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.proof.ProofZip;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be taken away of one message: an attachment, and the proof that the archive holds it.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
@RequestMapping("/api/messages/{accession:\\d{1,18}}")
class TakeAwayController {
    private static final int NAME_LENGTH_MAX = 120;
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|;]");

    private final ReadingRoom room;
    private final ProofZip proof;
    private final ReleasesOpenTo releases;

    TakeAwayController(ReadingRoom room, ProofZip proof, ReleasesOpenTo releases) {
        this.room = room;
        this.proof = proof;
        this.releases = releases;
    }

    /// The decoded bytes of one part, as a download and nothing else: no type a browser would show or run. In `part`
    /// a `/` is written `~`.
    @GetMapping(path = "/attachments/{part:[0-9.~]{1,200}}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void attachment(
            @PathVariable long accession, @PathVariable String part, Reader reader, HttpServletResponse response)
            throws IOException {
        ArchivedMessage capture = room.open(new AccessionNumber(accession), reader);
        String path = part.replace('~', '/');
        Message message = MessageDesk.parsed(capture).message();
        try (InputStream raw = capture.open();
                InputStream content = MailParser.part(raw, message, path).orElseThrow(NoSuchMessage::new)) {
            room.record(
                    Act.DOWNLOADED,
                    reader,
                    "attachment " + path + " of message " + accession,
                    List.of(capture.accession()));
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, download(message, path));
            content.transferTo(response.getOutputStream());
        }
    }

    /// The proof bundle of every capture of the message: a ZIP that bash and openssl alone can check.
    @PostMapping(path = "/proof", produces = "application/zip")
    void proof(@PathVariable long accession, Reader reader, HttpServletResponse response) throws IOException {
        AccessionNumber number = new AccessionNumber(accession);
        List<AccessionNumber> captures = room.captures(number, reader);
        String name = "proof-of-message-" + number;
        var selection = ReadingRoom.selection(number, reader);
        proof.write(captures, name, selection, releases.person(reader.actor()), () -> {
            room.record(Act.PROVED, reader, "proof of message " + number, captures);
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".zip\"");
            return response.getOutputStream();
        });
    }

    private static String download(Message message, String path) {
        String sent = message.parts().stream()
                .filter(part -> part.path().equals(path))
                .map(MessageDesk::nameOf)
                .findFirst()
                .orElse("");
        return ContentDisposition.attachment()
                .filename(safeName(sent, path), StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /// The sender's name without what leads elsewhere, hides its end, or hides the file.
    static String safeName(String sent, String path) {
        String name = NOT_IN_NAMES.matcher(sent).replaceAll("_").strip();
        while (name.startsWith(".") || name.startsWith("_")) name = name.substring(1);
        if (name.length() > NAME_LENGTH_MAX) name = name.substring(name.length() - NAME_LENGTH_MAX);
        return name.isEmpty() ? "attachment-" + path.replace('/', '-') : name;
    }
}
