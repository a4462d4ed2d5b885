package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    // The example of the Go project's note package, whose format C2SP signed-note is.
    private static final String PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PUBLISHED = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void thePublishedExampleIsBelieved() throws Exception {
        NoteVerifier key = NoteVerifier.parse(PUBLISHED_KEY);
        SignedNote note = SignedNote.parse(bytes(PUBLISHED));
        note.verify(key);
        assertThat(note.toString()).isEqualTo(PUBLISHED);
        assertThat(key.toString()).isEqualTo(PUBLISHED_KEY);
        assertThat(key.keyId()).isEqualTo(0xc74f20a3);
    }

    @Test
    void noChangedByteOfANoteIsBelieved() throws Exception {
        NoteVerifier key = NoteVerifier.parse(PUBLISHED_KEY);
        byte[] note = bytes(PUBLISHED);
        for (int at = 0; at < note.length; at++)
            for (int change : new int[] {1, 0x20, 0x80}) {
                byte[] changed = note.clone();
                changed[at] ^= (byte) change;
                assertThatThrownBy(() -> SignedNote.parse(changed).verify(key))
                        .as("byte %d changed by %d", at, change)
                        .isInstanceOfAny(NoteIsMalformed.class, ProofIsInvalid.class);
            }
    }

    @Test
    void aNoteMayCarryTheSignaturesOfStrangers() throws Exception {
        SignedNote ours = Logs.KEY.sign("text\n");
        SignedNote theirs = LogKey.of("witness.example", LogKey.generatePair(new java.security.SecureRandom()))
                .sign("text\n");
        SignedNote both = new SignedNote(
                "text\n",
                List.of(theirs.signatures().getFirst(), ours.signatures().getFirst()));
        SignedNote.parse(both.bytes()).verify(Logs.KEY.verifier());
        assertThatThrownBy(() -> theirs.verify(Logs.KEY.verifier())).isInstanceOf(ProofIsInvalid.class);
    }

    @Test
    void checkpointsHaveOneSpelling() throws Exception {
        Checkpoint checkpoint = Checkpoint.sign(Logs.KEY, 300, Logs.root(300));
        String root = checkpoint.root().base64();
        assertThat(LogVerifier.checkpoint(checkpoint.bytes(), Logs.KEY.verifier()))
                .isEqualTo(checkpoint);
        String origin = Logs.KEY.origin();
        for (String text : List.of(
                origin + "\n0300\n" + root + "\n",
                origin + "\n+300\n" + root + "\n",
                origin + "\n-1\n" + root + "\n",
                origin + "\n９\n" + root + "\n",
                origin + "\n99999999999999999999\n" + root + "\n",
                origin + "\n300\n" + root.replace("=", "") + "\n",
                origin + "\n300\n" + root.substring(0, 42) + "/=\n",
                origin + "\n300\n" + root + "\nextension\n",
                origin + "\n300\n",
                "\n300\n" + root + "\n"))
            assertThatThrownBy(() -> Checkpoint.parse(noteOf(text)))
                    .as(text)
                    .isInstanceOfAny(NoteIsMalformed.class, IllegalArgumentException.class);
    }

    @Test
    void aCheckpointOfAnotherLogIsRefusedThoughTheKeySigned() {
        SignedNote note = Logs.KEY.sign("other.example/log\n1\n" + Hash.ofEmptyTree() + "\n");
        assertThatThrownBy(() -> LogVerifier.checkpoint(note.bytes(), Logs.KEY.verifier()))
                .isInstanceOf(ProofIsInvalid.class)
                .hasMessageContaining("other.example/log");
    }

    @Test
    void aProofIsReadBackAsItWasWritten() throws Exception {
        TreeEdge edge = new TreeEdge();
        for (byte[] entry : Logs.entries(0, 11)) edge.append(entry);
        HashTree tree = new HashTree(edge::hashes);
        Checkpoint checkpoint = Checkpoint.sign(Logs.KEY, 11, tree.root(11));
        TlogProof proof = new TlogProof(tree.prove(7, 11), checkpoint);
        assertThat(proof.toString())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 7\n")
                .endsWith("\n\n" + checkpoint);
        assertThat(TlogProof.parse(proof.bytes())).isEqualTo(proof);
        LogVerifier.verify(TlogProof.parse(proof.bytes()), Logs.entry(7), Logs.KEY.verifier());
        byte[] written = proof.bytes();
        for (int at = 0; at < written.length; at++) {
            byte[] changed = written.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> LogVerifier.verify(TlogProof.parse(changed), Logs.entry(7), Logs.KEY.verifier()))
                    .as("byte %d", at)
                    .isInstanceOfAny(NoteIsMalformed.class, ProofIsInvalid.class);
        }
    }

    @Test
    void theKeySignsNothingButCheckpointsOfTheLogThatWouldPassForOne() {
        String text = Logs.KEY.origin() + "\n1\n" + Hash.ofEmptyTree() + "\n";
        assertThatThrownBy(() -> Logs.KEY.sign(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would pass for a checkpoint");
    }

    // The signature does not matter to the parser.
    private static byte[] noteOf(String text) {
        return bytes(text + "\n" + Logs.KEY.sign("any\n").toString().split("\n\n")[1]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
