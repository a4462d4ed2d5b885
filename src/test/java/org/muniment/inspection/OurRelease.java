package org.muniment.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.operator.DataFolder;
import org.muniment.production.BatesPrefix;
import org.muniment.production.Release;
import org.muniment.production.ReleaseReport;
import org.muniment.rendition.FontShelf;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;

/// This is mail with the secret in every place mail has, released by the engine itself: what the naive redactors failed
/// on, done as it should be.
final class OurRelease implements AutoCloseable {
    static final List<String> SECRETS = List.of("Quillfeather", "555-01-2345");

    private static final Instant NOW = Instant.parse("2026-11-23T15:04:05Z");

    private static final String EVERYWHERE = """
            From: Jane Clerk <jane.clerk@city.example>
            To: "Quillfeather, W." <quillfeather@home.example>
            Cc: board@city.example
            Subject: The Quillfeather matter
            Message-ID: <everywhere@city.example>
            Date: Mon, 23 Nov 2026 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=mixed

            --mixed
            Content-Type: multipart/alternative; boundary=alternative

            --alternative
            Content-Type: text/plain; charset=utf-8

            The caller was Quillfeather 555-01-2345, and she asked for the permit.
            > On Monday QUILLFEATHER wrote:
            > my number is 555-01-2345
            --alternative
            Content-Type: text/html; charset=utf-8

            <p title="Quillfeather">The caller was <b>Quill</b>feather 555-01-2345</p>
            --alternative--
            --mixed
            Content-Type: text/calendar; charset=utf-8; method=REQUEST
            Content-Disposition: attachment; filename="Quillfeather.ics"

            BEGIN:VCALENDAR
            SUMMARY:Meet Quillfeather 555-01-2345
            END:VCALENDAR
            --mixed
            Content-Type: text/plain; name="notes on Quillfeather.txt"
            Content-Disposition: attachment; filename="notes on Quillfeather.txt"

            Quillfeather 555-01-2345
            --mixed
            Content-Type: message/rfc822

            From: quillfeather@home.example
            To: jane.clerk@city.example
            Subject: Re: permit

            I am Quillfeather, 555-01-2345.
            --mixed--
            """;

    private static final String PLAIN = """
            From: jane.clerk@city.example
            To: board@city.example
            Subject: permit, number %1$d
            Message-ID: <plain%1$d@city.example>

            Yesterday %2$s called about the permit.
            """;

    private final Path home;
    private final DataFolder folder;

    private OurRelease(Path home, DataFolder folder) {
        this.home = home;
        this.folder = folder;
    }

    static OurRelease in(Path home) throws Exception {
        DataFolder folder = DataFolder.open(
                home.resolve("data"),
                new DataFolder.Settings(
                        ArchiveSettings.standard().withPassphraseFile(home.resolve("passphrase")),
                        InstantSource.fixed(NOW),
                        ZoneOffset.UTC));
        OurRelease made = new OurRelease(home, folder);
        made.capture(EVERYWHERE);
        made.capture(PLAIN.formatted(1, "Quillfeather"));
        made.capture(PLAIN.formatted(2, "555-01-2345"));
        folder.search().awaitIndexed(folder.archive().size(), Duration.ofSeconds(30));
        return made;
    }

    /// Releases all of it with these marks into a new folder.
    ReleaseReport run(String name, String marks, Sandbox sandbox) throws IOException {
        Path file = Files.writeString(home.resolve(name + ".json"), marks);
        return new Release(folder.archive(), folder.search(), sandbox, FontShelf.ofThisMachine(), folder.clock())
                .run(
                        SearchQuery.parse("permit", ZoneOffset.UTC, LocalDate.of(2026, 11, 23)),
                        SearchScope.everything(),
                        RedactionMarks.read(file),
                        new BatesPrefix("REQ-"),
                        out(name),
                        Progress.UNSEEN);
    }

    Path out(String name) {
        return home.resolve(name);
    }

    /// Everything the requester is given.
    List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.walk(out(name).resolve("REQ"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    List<Path> pdfs(String name) throws IOException {
        return files(name).stream()
                .filter(file -> file.toString().endsWith(".pdf"))
                .toList();
    }

    private void capture(String mail) throws Exception {
        Envelope envelope = new Envelope("test", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, NOW);
        try (Incoming incoming = folder.archive().receive(envelope)) {
            incoming.body().write(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            incoming.commit().get();
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
