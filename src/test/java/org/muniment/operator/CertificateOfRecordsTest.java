package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.law.LawBook;
import org.muniment.law.Provision;
import org.muniment.production.Letterhead;
import org.muniment.production.Papers;
import org.muniment.proof.KnownReleases;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.Selection;
import org.muniment.proof.Testimony;
import org.muniment.proof.Verdict;
import org.muniment.rendition.FontShelf;
import org.muniment.sandbox.Sandbox;
import org.muniment.testimony.RecordsTestimony;

/// The certificate of a bundle, read back from its PDF.
class CertificateOfRecordsTest {
    @TempDir
    Path temporary;

    private DataFolder folder;
    private List<AccessionNumber> items;

    @BeforeEach
    void openAFolderWithMailAndAHistory() throws Exception {
        Path data = temporary.resolve("data");
        folder = DataFolder.open(
                data, new DataFolder.Settings(temporary.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC));
        items = List.of(capture(1), capture(2));
        folder.alarms().raise(AlarmKind.DISK_LOW, "The disk was nearly full.");
        folder.checks().run(IntegrityCheck.Level.FULL, Progress.UNSEEN);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
    }

    @Test
    void theCertificateIsAPdfAndATextWithEveryFieldAndBothChecksAcceptTheBundle() throws Exception {
        Path bundle = bundle(_ -> false);
        for (Verdict verdict : List.of(Verdict.ofShell(bundle), Verdict.ofPython(bundle)))
            assertThat(verdict.exit()).as(verdict.output()).isZero();
        String pdf = pdf(bundle);
        String text = flat(Files.readString(bundle.resolve("certificate.txt")));
        for (String said : List.of(pdf, text))
            assertThat(said)
                    .contains(
                            "[DECLARANT: full name]", "[DECLARANT: title, office, address]", "[DECLARANT: how you know")
                    .contains("journal-addresses.txt none", "Regular practice")
                    .contains("query budget on request 7", "Ana Officer", "RECORDS_REQUEST 7")
                    .contains("m1@example.gov", "Redacted", "Withheld", "The disk was nearly full.")
                    .contains("full: ", "nothing wrong found", "[COUNSEL: this part stays empty");
        // A long hash is broken into lines.
        assertThat(pdf.replace(" ", ""))
                .contains(folder.archive().log().verifier().fingerprint());
        assertThat(pdf).contains("DRAFT");
    }

    @Test
    void theLawsWordsComeFromRowsAndSayWhetherCounselStandsByThem() throws Exception {
        String unverified = pdf(bundle(_ -> false));
        assertThat(unverified)
                .contains(
                        "I declare under penalty of perjury that the foregoing is true and correct. (28 U.S.C. § 1746(2))")
                .contains("Fed. R. Evid. 902(11)", "Fed. R. Evid. 902(13)", "Fed. R. Evid. 902(14)");
        assertThat(unverified.split("NOT VERIFIED BY COUNSEL", -1)).hasSize(5);
        assertThat(pdf(bundle(_ -> true))).doesNotContain("NOT VERIFIED");
    }

    @Test
    void theHashOfTheFilesIsWhatTheCommandOnTheCertificateGives() throws Exception {
        Path bundle = bundle(_ -> false);
        Verdict hash = Verdict.ofShell(script(bundle, "grep -v '  certificate' MANIFEST.sha256 | sha256sum"));
        assertThat(Files.readString(bundle.resolve("certificate.txt")))
                .contains(hash.output().substring(0, 64));
    }

    private Path script(Path bundle, String command) throws IOException {
        Path beside = Files.createDirectory(temporary.resolve("beside"));
        Files.writeString(beside.resolve("verify.sh"), "cd '" + bundle + "' && " + command);
        return beside;
    }

    private Path bundle(Predicate<Provision> isVerified) throws IOException {
        Path out = temporary.resolve("bundle-" + System.nanoTime());
        Papers papers = new Papers(
                folder.archive(), Sandbox.onThisMachine(), CertificateOfRecordsTest::fonts, temporary.resolve("work"));
        Testimony testimony = FolderTestimony.of(
                folder,
                new RecordsTestimony.Law(LawBook.shipped(), isVerified, Optional::empty),
                papers,
                () -> new Letterhead("City of Example", List.of()));
        new ProofBundle(folder.archive(), folder.clock(), testimony)
                .write(
                        out,
                        items,
                        new Selection("query budget on request 7", "Ana Officer", "RECORDS_REQUEST 7"),
                        KnownReleases.NOT_LOOKED_FOR);
        return out;
    }

    private static FontShelf fonts() {
        try {
            return FontShelf.ofThisMachine();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pdf(Path bundle) throws Exception {
        Process read = new ProcessBuilder(
                        "pdftotext", "-raw", bundle.resolve("certificate.pdf").toString(), "-")
                .start();
        String text = new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(read.waitFor()).isZero();
        return flat(text);
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private AccessionNumber capture(int number) throws Exception {
        Envelope envelope = new Envelope(
                "test-source",
                Channel.FILE_IMPORT,
                Optional.empty(),
                List.of("clerk@example.gov"),
                Peer.NONE,
                Instant.parse("2026-11-23T10:00:00Z"));
        try (Incoming incoming = folder.archive().receive(envelope)) {
            try (OutputStream body = incoming.body()) {
                body.write("Message-ID: <m%d@example.gov>\r\nSubject: budget\r\n\r\nbody\r\n"
                        .formatted(number)
                        .getBytes(StandardCharsets.US_ASCII));
            }
            return incoming.commit().get(60, TimeUnit.SECONDS).accession();
        }
    }
}
