package org.muniment.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.MerkleLog;

/// Bundles that are wrong although their manifest is signed by the right key: what only an insider could make.
/// Both checks must refuse each for the reason it is wrong.
class VerifyScriptTest {
    @TempDir
    Path temporary;

    private HandmadeBundle bundle;

    @BeforeEach
    void makeABundle() throws IOException {
        bundle = HandmadeBundle.of(temporary.resolve("bundle"), temporary.resolve("log"), 11, 0, 7, 10);
    }

    @Test
    void aTrueBundleIsAcceptedForEveryItem() throws Exception {
        String fingerprint = HandmadeBundle.KEY.verifier().fingerprint();
        for (Verdict verdict : new Verdict[] {
            Verdict.ofShell(bundle.folder), Verdict.ofShell(bundle.folder, fingerprint),
            Verdict.ofPython(bundle.folder), Verdict.ofPython(bundle.folder, fingerprint)
        }) {
            assertThat(verdict.exit()).as(verdict.output()).isZero();
            assertThat(verdict.output())
                    .contains("OK accession 0:", "OK accession 7:", "OK accession 10:", fingerprint);
        }
    }

    @Test
    void everySizeAndPlaceOfASmallLogIsAccepted() throws Exception {
        for (int size : new int[] {1, 2, 3, 8, 9}) {
            int[] items = IntStream.range(0, size).toArray();
            HandmadeBundle all =
                    HandmadeBundle.of(temporary.resolve("all" + size), temporary.resolve("log" + size), size, items);
            assertThat(Verdict.ofShell(all.folder)).matches(v -> v.exit() == 0, "exit 0");
            assertThat(Verdict.ofPython(all.folder)).matches(v -> v.exit() == 0, "exit 0");
        }
    }

    @Test
    void anotherKeyThanTheOneKnownIsRefused() throws Exception {
        String other = LogKey.of("x", LogKey.generatePair(new SecureRandom()))
                .verifier()
                .fingerprint();
        refusedFor("fingerprint", Verdict.ofShell(bundle.folder, other));
        refusedFor("fingerprint", Verdict.ofPython(bundle.folder, other));
    }

    @Test
    void otherBytesThanThoseTakenIntoCustodyAreRefused() throws Exception {
        bundle.write("items/7/raw.eml", HandmadeBundle.raw(7).replace("body", "Body"));
        signedAndRefusedFor("raw.eml is not what was taken into custody");
    }

    @Test
    void aLongerMessageIsRefused() throws Exception {
        bundle.write("items/7/raw.eml", HandmadeBundle.raw(7) + "\n");
        signedAndRefusedFor("entry.txt is not this log's entry");
    }

    @Test
    void anotherEnvelopeIsRefused() throws Exception {
        bundle.write("items/7/envelope.json", "{}");
        signedAndRefusedFor("envelope.json is not what was kept");
    }

    @Test
    void anotherTimeOfCaptureIsRefused() throws Exception {
        bundle.write("items/7/entry.txt", bundle.read("items/7/entry.txt").replace("13:44", "13:45"));
        signedAndRefusedFor("the proof does not lead to the signed root");
    }

    @Test
    void anEntryWithAnythingMoreIsRefused() throws Exception {
        bundle.write("items/7/entry.txt", bundle.read("items/7/entry.txt") + "\n");
        signedAndRefusedFor("entry.txt is not this log's entry");
    }

    @Test
    void aMovedItemIsRefused() throws Exception {
        Files.move(bundle.folder.resolve("items/7"), bundle.folder.resolve("items/6"));
        signedAndRefusedFor("accession 6: entry.txt is not this log's entry");
    }

    @Test
    void aProofForAnotherPlaceIsRefused() throws Exception {
        bundle.write("items/7/record.tlog-proof", bundle.read("items/0/record.tlog-proof"));
        signedAndRefusedFor("the proof is not for this number and checkpoint");
    }

    @Test
    void aProofLineTooManyOrTooFewIsRefused() throws Exception {
        String proof = bundle.read("items/7/record.tlog-proof");
        String[] lines = proof.split("\n", -1);
        bundle.write("items/7/record.tlog-proof", proof.replace(lines[2] + "\n", ""));
        signedAndRefusedFor("accession 7:");
        bundle.write("items/7/record.tlog-proof", proof.replace(lines[2], lines[2] + "\n" + lines[2]));
        signedAndRefusedFor("accession 7:");
        bundle.write("items/7/record.tlog-proof", proof.replace(lines[2], lines[2].replace("=", "")));
        signedAndRefusedFor("accession 7:");
    }

    @Test
    void aCheckpointThatTheKeyDidNotSignIsRefused() throws Exception {
        bundle.write("checkpoint", bundle.read("checkpoint").replace("\n11\n", "\n12\n"));
        signedAndRefusedFor("the checkpoint is not signed by");
    }

    @Test
    void aCheckpointInAnotherSpellingIsRefused() throws Exception {
        bundle.write("checkpoint", bundle.read("checkpoint").replace("\n11\n", "\n011\n"));
        signedAndRefusedFor("not a canonical number");
    }

    @Test
    void aCheckpointOfAnotherLogOfTheSameKeyPairIsRefused() throws Exception {
        bundle.write("checkpoint", bundle.read("checkpoint").replace("example", "example2"));
        signedAndRefusedFor("key id");
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() throws Exception {
        LogKey other = LogKey.of(HandmadeBundle.KEY.origin(), LogKey.generatePair(new SecureRandom()));
        try (MerkleLog log = MerkleLog.open(temporary.resolve("other"), other)) {
            for (int i = 0; i < 11; i++) log.append(List.of(HandmadeBundle.entry(i)));
            bundle.write("checkpoint", log.publish().bytes());
        }
        signedAndRefusedFor("key id");
    }

    @Test
    void aFileMoreOrLessIsRefusedEvenIfSigned() throws Exception {
        bundle.write("items/7/other.eml", "Subject: not in any log\r\n\r\n");
        Verdict unsigned = Verdict.ofShell(bundle.folder);
        refusedFor("items/7/other.eml", unsigned);
        signedAndRefusedFor("items/7/other.eml");
        Files.delete(bundle.folder.resolve("items/7/other.eml"));
        Files.delete(bundle.folder.resolve("items/7/envelope.json"));
        signedAndRefusedFor("items/7/envelope.json");
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Path certificate = bundle.folder.resolve("certificate.txt");
        Path elsewhere = Files.copy(certificate, temporary.resolve("elsewhere"));
        Files.delete(certificate);
        Files.createSymbolicLink(certificate, elsewhere);
        refusedFor("certificate.txt", Verdict.ofShell(bundle.folder));
        refusedFor("certificate.txt", Verdict.ofPython(bundle.folder));
    }

    @Test
    void aManifestWithAStrangeOrEmptyLineIsRefused() throws Exception {
        String manifest = bundle.read("MANIFEST.sha256");
        bundle.signManifest(manifest + manifest.substring(0, 66) + "../../etc/hostname\n");
        refusedFor("MANIFEST.sha256 has a line that may not be there", Verdict.ofShell(bundle.folder));
        assertThat(Verdict.ofPython(bundle.folder).exit()).isEqualTo(1);
        bundle.signManifest(manifest + "\n");
        assertThat(Verdict.ofShell(bundle.folder).exit()).isEqualTo(1);
        assertThat(Verdict.ofPython(bundle.folder).exit()).isEqualTo(1);
    }

    private void signedAndRefusedFor(String reason) throws Exception {
        bundle.sign();
        Verdict shell = Verdict.ofShell(bundle.folder);
        Verdict python = Verdict.ofPython(bundle.folder);
        refusedFor(reason, shell);
        assertThat(python.exit()).as(python.output()).isEqualTo(1);
        assertThat(python.output()).contains("REFUSED: ");
    }

    private static void refusedFor(String reason, Verdict verdict) {
        assertThat(verdict.exit()).as(verdict.output()).isEqualTo(1);
        assertThat(verdict.output()).contains("REFUSED: ").contains(reason);
    }
}
