package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever bytes the parsers are given, they refuse them by name, or read back exactly these bytes: no two spellings
/// mean the same signed thing.
class CanonicalFormTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ATTEMPTS = 30_000;
    private static final String PIECES = "\n\n\n — =+/0019-AZaz \u00a0\u2028é\u0000\t\r";

    private final Random random = new Random(SEED);

    @Test
    void everyMutatedProofIsRefusedOrSpelledExactlySo() throws Exception {
        System.out.println("CanonicalFormTest seed " + SEED);
        byte[] proof = proof().bytes();
        for (int i = 0; i < ATTEMPTS; i++) {
            byte[] mutated = proof;
            for (int n = random.nextInt(4); n >= 0; n--) mutated = mutated(mutated);
            assertCanonical(mutated);
        }
    }

    private static void assertCanonical(byte[] bytes) {
        try {
            assertThat(TlogProof.parse(bytes).bytes()).isEqualTo(bytes);
        } catch (NoteIsMalformed refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
        int blank = new String(bytes, StandardCharsets.UTF_8).indexOf("\n\n");
        String tail = new String(bytes, StandardCharsets.UTF_8).substring(Math.max(0, blank));
        byte[] note = tail.strip().concat("\n").getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(SignedNote.parse(note).bytes()).isEqualTo(note);
            assertThat(Checkpoint.parse(note).bytes()).isEqualTo(note);
        } catch (NoteIsMalformed refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
    }

    private byte[] mutated(byte[] from) {
        int at = random.nextInt(from.length + 1);
        int cut = random.nextInt(3) == 0 ? 0 : Math.min(from.length - at, random.nextInt(4));
        byte[] piece = random.nextBoolean() ? new byte[0] : piece();
        byte[] to = new byte[from.length - cut + piece.length];
        System.arraycopy(from, 0, to, 0, at);
        System.arraycopy(piece, 0, to, at, piece.length);
        System.arraycopy(from, at + cut, to, at + piece.length, from.length - at - cut);
        return to.length == 0 ? from : to;
    }

    private byte[] piece() {
        if (random.nextInt(4) == 0) return new byte[] {(byte) random.nextInt(256)};
        int at = random.nextInt(PIECES.length());
        return PIECES.substring(at, Math.min(PIECES.length(), at + 1 + random.nextInt(3)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static TlogProof proof() throws IOException {
        TreeEdge edge = new TreeEdge();
        for (byte[] entry : Logs.entries(0, 11)) edge.append(entry);
        HashTree tree = new HashTree(edge::hashes);
        return new TlogProof(tree.prove(7, 11), Checkpoint.sign(Logs.KEY, 11, tree.root(11)));
    }
}
