package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionSet;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Peer;

class FileImportTest {
    private static final String MAIL = "From: a@b.example\nSubject: x\n\ntext\n";

    @TempDir
    Path folder;

    Path mail;
    JournalRoom room;
    AccessionSet asked = new AccessionSet();
    long withDefects;

    @BeforeEach
    void open() throws IOException {
        mail = Files.createDirectory(folder.resolve("mail"));
        room = JournalRoom.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void aFolderIsReadWholeAndInOrder() throws Exception {
        write("b/2.eml", MAIL + 2);
        write("b/10.eml", MAIL + 10);
        write(
                "a/inbox",
                "From x@y.example Mon Nov 23 10:00:00 2026\n" + MAIL + "\n"
                        + "From x@y.example Mon Nov 23 10:00:01 2026\n" + MAIL + "1\n\n");
        write("c", MAIL + "c");
        ImportReport report = run();
        assertThat(report.failed()).isEmpty();
        assertThat(report.read()).isEqualTo(5);
        assertThat(report.captured()).isEqualTo(5);
        assertThat(captured()).containsExactly(MAIL, MAIL + "1\n", MAIL + 10, MAIL + 2, MAIL + "c");
    }

    @Test
    void anEmlIsOneMessageWhateverItBeginsWith() throws Exception {
        String mbox = "From a@b.example Mon Nov 23 10:00:00 2026\n" + MAIL + "\n";
        write("1.eml", mbox + mbox);
        write("2.EML", "no header at all");
        assertThat(run().captured()).isEqualTo(2);
        assertThat(captured()).containsExactly(mbox + mbox, "no header at all");
    }

    @Test
    void aMaildirGivesItsMessagesAndThoseOfItsFolders() throws Exception {
        for (String place : List.of("cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".Sent/tmp")) {
            write(place + "/1700000000.M1.host:2,S", place);
        }
        write("maildirfolder", "");
        write("dovecot-uidlist", "3 V1 N2");
        ImportReport report = run();
        assertThat(report.failed()).isEmpty();
        assertThat(captured()).containsExactly(".Sent/cur", ".Sent/new", "cur", "new");
    }

    @Test
    void whatIsNoMailIsReported() throws Exception {
        write("a.txt", "just text");
        write("b.csv", "from,to\n1,2\n");
        write("c.pst", "!BDN\0\0\0\0");
        write("d", "");
        write("e.eml", "");
        write("f.mbox", "");
        write("g.yaml", "http: yes\nport: 25\n\n");
        ImportReport report = run();
        assertThat(report.read()).isZero();
        assertThat(report.failed())
                .extracting(failed -> Path.of(failed.path()).getFileName().toString())
                .containsExactly("a.txt", "b.csv", "c.pst", "d", "e.eml", "g.yaml");
        assertThat(report.failed().get(2).reason()).contains("Outlook data file");
        assertThat(report.failed().get(3).reason()).isEqualTo("The file is empty.");
    }

    @Test
    void aPathThatIsNotThereIsReported() throws Exception {
        ImportReport report = new FileImport(room.archive, InstantSource.system(), this::withDefects)
                .run(List.of(folder.resolve("nowhere")), "import", ImportProgress.quiet());
        assertThat(report.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.path()).endsWith("nowhere");
            assertThat(failed.reason()).isEqualTo("There is no such file.");
        });
    }

    @Test
    void linksAreFollowedButNotInCircles() throws Exception {
        write("real/1.eml", MAIL);
        Files.createSymbolicLink(mail.resolve("real/again"), mail);
        Files.createSymbolicLink(mail.resolve("link.eml"), mail.resolve("real/1.eml"));
        Files.createSymbolicLink(mail.resolve("nowhere"), mail.resolve("gone"));
        ImportReport report = run();
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.duplicates()).isEqualTo(1);
        assertThat(report.failed()).extracting(ImportReport.Failed::reason).containsExactly("The link leads nowhere.");
    }

    @Test
    void whatWasImportedBeforeIsADuplicate() throws Exception {
        write("1.eml", MAIL);
        write("2.eml", MAIL + "2");
        assertThat(run().captured()).isEqualTo(2);
        write("3.eml", MAIL + "3");
        ImportReport again = run();
        assertThat(again.captured()).isEqualTo(1);
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(captured()).hasSize(3);
    }

    @Test
    void theSeparatorGivesTheSenderAndNobodyGivesAPeer() throws Exception {
        write("inbox", "From x@y.example Mon Nov 23 10:00:00 2026\n" + MAIL);
        run();
        ArchivedMessage message = room.archive.message(new AccessionNumber(0));
        assertThat(message.envelope().source()).isEqualTo("import");
        assertThat(message.envelope().mailFrom()).isEqualTo(Optional.of("x@y.example"));
        assertThat(message.envelope().recipients()).isEmpty();
        assertThat(message.envelope().peer()).isEqualTo(Peer.NONE);
    }

    @Test
    void anEmptyMessageOfAMailboxIsReportedWithItsPlace() throws Exception {
        String first = "From x@y.example Mon Nov 23 10:00:00 2026\n" + MAIL + "\n";
        write("inbox", first + "From x@y.example Mon Nov 23 10:00:01 2026\n\n" + first);
        ImportReport report = run();
        assertThat(report.captured() + report.duplicates()).isEqualTo(2);
        assertThat(report.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.offset()).isEqualTo(first.length());
            assertThat(failed.reason()).isEqualTo("The message is empty.");
        });
    }

    @Test
    void defectsAreAskedForTheCapturesAndTheOriginals() throws Exception {
        write("1.eml", MAIL);
        run();
        write("2.eml", MAIL + "2");
        withDefects = 7;
        assertThat(run().withDefects()).isEqualTo(7);
        assertThat(asked.first()).isEqualTo(new AccessionNumber(0));
        assertThat(asked.contains(new AccessionNumber(1))).isFalse(); // the entry that 1.eml came again
        assertThat(asked.last()).isEqualTo(new AccessionNumber(2));
    }

    @Test
    void aMessageLargerThanWhatIsGatheredStreamsThrough() throws Exception {
        String large = MAIL + "0123456789abcdef\n".repeat(200_000);
        write("large.eml", large);
        write("inbox", "From x@y.example Mon Nov 23 10:00:00 2026\n" + large + "\n");
        assertThat(run().read()).isEqualTo(2);
        assertThat(captured()).contains(large);
    }

    private void write(String path, String content) throws IOException {
        Path file = mail.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, ISO_8859_1);
    }

    private ImportReport run() throws Exception {
        return new FileImport(room.archive, InstantSource.system(), this::withDefects)
                .run(List.of(mail), "import", ImportProgress.quiet());
    }

    private long withDefects(AccessionSet captures) {
        asked = captures;
        return withDefects;
    }

    private List<String> captured() throws IOException {
        List<String> captured = new ArrayList<>();
        try (var entries = room.archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (entry.get() instanceof LogEntry.Capture capture) captured.add(text(capture.message()));
            }
        }
        return captured;
    }

    private static String text(ArchivedMessage message) throws IOException {
        try (InputStream raw = message.open()) {
            return new String(raw.readAllBytes(), ISO_8859_1);
        }
    }
}
