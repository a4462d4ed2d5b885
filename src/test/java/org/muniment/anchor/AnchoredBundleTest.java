package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.proof.KnownReleases;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.Selection;
import org.muniment.proof.Testimony;
import org.muniment.proof.Verdict;

/// What outsiders say goes along in a bundle and is checked in it, by both checks and without the archive.
class AnchoredBundleTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    Path folder;

    private AnchoredArchive archive;
    private LocalAuthority authority;
    private LocalWitness witness;
    private AccessionNumber first;
    private int bundles;

    @BeforeEach
    void open() throws Exception {
        archive = new AnchoredArchive(folder.resolve("archive"));
        authority = new LocalAuthority(folder.resolve("authority"));
        witness = new LocalWitness(archive.archive.log().verifier());
        authority.nameIn(archive.data());
        witness.nameIn(archive.data());
        first = capture("Subject: first\r\n\r\nbody\r\n");
        anchor();
    }

    @AfterEach
    void close() {
        witness.close();
        authority.close();
        archive.close();
    }

    @Test
    void aBundleBringsWhatVouchesForItAndBothChecksBelieveIt() throws Exception {
        for (int i = 0; i < 4; i++) capture("Subject: more " + i + "\r\n\r\nbody\r\n");
        archive.laterBy(Duration.ofDays(366));
        anchor();
        AccessionNumber second = capture("Subject: second\r\n\r\nbody\r\n");
        Path older = bundle(List.of(first));
        assertThat(names(older)).filteredOn(name -> name.endsWith(".renews")).hasSize(1);
        accepted(older, "over all items", "time stamp over", "witness witness.example/w1");
        assertThat(Files.readString(older.resolve("certificate.txt")))
                .contains("time stamp over an older one by local");
        Path younger = bundle(List.of(first, second));
        accepted(younger, "over items below");
        assertThat(Files.readString(younger.resolve("certificate.txt"))).contains("which are not all of these items");
        Path unanchored = bundle(List.of(second));
        accepted(unanchored, "No outside anchor");
        assertThat(Files.exists(unanchored.resolve("anchors"))).isFalse();
    }

    @Test
    void aFileOfAnAnchorThatIsMissingOrRespelledIsRefusedAlthoughTheKeySignedTheBundle() throws Exception {
        respell(1);
    }

    @Test
    @Tag("long")
    void everyRespellingOfAFileOfAnAnchorIsRefused() throws Exception {
        respell(Integer.MAX_VALUE);
    }

    private void respell(int ofEachFile) throws Exception {
        Random random = new Random(SEED);
        System.out.println("AnchoredBundleTest seed " + SEED);
        Path bundle = bundle(List.of(first));
        accepted(bundle, "OK anchor");
        List<String> files = names(bundle);
        assertThat(files).hasSize(7);
        for (String file : files) {
            byte[] before = Files.readAllBytes(bundle.resolve(file));
            if (ofEachFile > 1) {
                Files.delete(bundle.resolve(file));
                signedAndRefused(bundle, file + " is missing");
            }
            List<byte[]> others = respelled(before);
            Collections.shuffle(others, random);
            for (int i = 0; i < Math.min(ofEachFile, others.size()); i++) {
                Files.write(bundle.resolve(file), others.get(i));
                signedAndRefused(bundle, file + ", spelling " + i);
            }
            Files.write(bundle.resolve(file), before);
        }
        Files.writeString(bundle.resolve(files.getFirst().replaceAll("[.].*", "x.pem")), "strange");
        signedAndRefused(bundle, "a stray file");
    }

    // Of certificates only the bytes between the lines count: they are compared by what they vouch for.
    private static List<byte[]> respelled(byte[] before) {
        String text = new String(before, StandardCharsets.ISO_8859_1);
        List<byte[]> others = new ArrayList<>();
        if (text.contains("CERTIFICATE")) {
            others.add(new byte[0]);
            others.add(text.replaceFirst("M", "N").getBytes(StandardCharsets.ISO_8859_1));
            return others;
        }
        others.add(Arrays.copyOf(before, before.length + 1));
        others.add(Arrays.copyOf(before, before.length - 1));
        byte[] flipped = before.clone();
        flipped[flipped.length - 2] ^= 4;
        others.add(flipped);
        if (before[0] != '0') others.add(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return others;
    }

    @Test
    void aTimeStampByAnAuthorityThatTheBundleDoesNotTrustIsRefused() throws Exception {
        Path bundle = bundle(List.of(first));
        try (LocalAuthority other = new LocalAuthority(folder.resolve("other"))) {
            for (String file : names(bundle))
                if (file.endsWith(".pem")) Files.copy(other.rootCertificate(), replaced(bundle, file));
            signedAndRefused(bundle, "another root");
        }
    }

    @Test
    void anAuthorityTrustedByItsOwnCertificateAloneIsBelieved() throws Exception {
        try (LocalAuthority own = new LocalAuthority(folder.resolve("own"))) {
            own.nameIn(archive.data(), own.address(), own.ownCertificate());
            AccessionNumber next = capture("Subject: next\r\n\r\nbody\r\n");
            anchor();
            accepted(bundle(List.of(next)), "over all items; time stamp");
        }
    }

    private static Path replaced(Path bundle, String file) throws IOException {
        Files.delete(bundle.resolve(file));
        return bundle.resolve(file);
    }

    private void anchor() throws Exception {
        archive.signed();
        archive.laterBy(Duration.ZERO);
        witness.time = Instant.now();
        assertThat(archive.anchors().askEverybody().failures()).isEmpty();
        archive.signed();
    }

    private AccessionNumber capture(String mail) throws Exception {
        Envelope envelope = new Envelope(
                "test-source",
                Channel.FILE_IMPORT,
                Optional.empty(),
                List.of("clerk@example.gov"),
                Peer.NONE,
                Instant.parse("2026-11-23T10:00:00Z"));
        try (Incoming incoming = archive.archive.receive(envelope)) {
            try (OutputStream body = incoming.body()) {
                body.write(mail.getBytes(StandardCharsets.US_ASCII));
            }
            return incoming.commit().get(60, TimeUnit.SECONDS).accession();
        }
    }

    private Path bundle(List<AccessionNumber> items) throws IOException {
        Path out = folder.resolve("bundle" + bundles++);
        new ProofBundle(archive.archive, archive.clock(), Testimony.NONE)
                .write(out, items, new Selection("named by the test", "a test", ""), KnownReleases.NOT_LOOKED_FOR);
        return out;
    }

    private static List<String> names(Path bundle) throws IOException {
        try (Stream<Path> files = Files.list(bundle.resolve("anchors"))) {
            return files.map(file -> "anchors/" + file.getFileName()).sorted().toList();
        }
    }

    private static void accepted(Path bundle, String... says) throws Exception {
        for (Verdict verdict : List.of(Verdict.ofShell(bundle), Verdict.ofPython(bundle))) {
            assertThat(verdict.exit()).as(verdict.output()).isZero();
            assertThat(verdict.output()).contains(says);
        }
    }

    // Signed anew with the log's own key: what an insider could do.
    private void signedAndRefused(Path bundle, String why) throws Exception {
        StringBuilder manifest = new StringBuilder();
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = bundle.relativize(file).toString();
                if (name.startsWith("MANIFEST")) continue;
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                manifest.append(HexFormat.of().formatHex(hash))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        }
        Files.writeString(bundle.resolve("MANIFEST.sha256"), manifest);
        byte[] signature = archive.archive
                .sign(manifest.toString())
                .signatures()
                .getFirst()
                .bytes();
        Files.write(bundle.resolve("MANIFEST.sha256.sig"), signature);
        for (Verdict verdict : List.of(Verdict.ofShell(bundle), Verdict.ofPython(bundle))) {
            assertThat(verdict.exit()).as("%s%n%s", why, verdict.output()).isEqualTo(1);
            assertThat(verdict.output()).as(why).contains("REFUSED: ");
        }
    }
}
