package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The examples that the specifications of C2SP and the RFCs print, and what can be known of them. The specifications
/// give no key for the signatures of most: then their form is what is compared.
class PublishedNotesTest {
    /// C2SP tlog-cosignature, the example at its beginning.
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theCheckpointOfTheSpecificationIsReadAndSpelledTheSame() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(bytes(COSIGNED));
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root().hex())
                .isEqualTo("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
        assertThat(checkpoint.toString()).isEqualTo(COSIGNED);
    }

    /// Eight bytes of time, then 64 of signature, behind the four of the key.
    @Test
    void theCosignatureOfTheSpecificationSaysItsTime() throws Exception {
        SignedNote.NoteSignature witness =
                SignedNote.parse(bytes(COSIGNED)).signatures().getLast();
        assertThat(witness.name()).isEqualTo("witness.example.com/w1");
        assertThat(witness.keyId()).isEqualTo(0x8d66cf3f);
        assertThat(witness.bytes()).hasSize(Long.BYTES + 64);
        assertThat(Instant.ofEpochSecond(ByteBuffer.wrap(witness.bytes()).getLong()))
                .isEqualTo(Instant.parse("2023-03-20T12:25:47Z"));
    }

    /// C2SP signed-note, the verifier key of its section on them.
    @Test
    void theVerifierKeyOfTheSpecificationHasTheIdItSays() throws Exception {
        String spelled = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        NoteVerifier key = NoteVerifier.parse(spelled);
        assertThat(key.keyId()).isEqualTo(0x530d903a);
        assertThat(key.toString()).isEqualTo(spelled);
        assertThatThrownBy(() -> WitnessKey.parse(spelled)).isInstanceOf(NoteIsMalformed.class);
    }

    /// C2SP tlog-proof: the form of its example, with the path it prints, over the checkpoint above.
    @Test
    void aProofOfThePublishedFormIsReadAndSpelledTheSame() throws Exception {
        String proof = """
                c2sp.org/tlog-proof@v1
                index 73894
                gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
                B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
                EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
                RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
                AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

                """ + COSIGNED;
        TlogProof read = TlogProof.parse(bytes(proof));
        assertThat(read.inclusion().index()).isEqualTo(73_894);
        assertThat(read.inclusion().path()).hasSize(5);
        assertThat(read.toString()).isEqualTo(proof);
        assertThatThrownBy(() -> LogVerifier.verify(
                        read.inclusion(),
                        Hash.ofLeaf(new byte[0]),
                        read.checkpoint().root()))
                .isInstanceOf(ProofIsInvalid.class)
                .hasMessageContaining("is too short");
    }

    /// RFC 8032, section 7.1, tests 1 and 2.
    @Test
    void ed25519IsThatOfTheRfc() throws Exception {
        NoteVerifier empty = ed25519("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(empty.isSignature(
                        Logs.hex(
                                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                                        + "d25bf5f0595bbe24655141438e7a100b"),
                        new byte[0]))
                .isTrue();
        NoteVerifier one = ed25519("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] signature = Logs.hex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                        + "387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(one.isSignature(signature, Logs.hex("72"))).isTrue();
        assertThat(one.isSignature(signature, Logs.hex("73"))).isFalse();
    }

    private static NoteVerifier ed25519(String hex) throws NoteIsMalformed {
        return NoteVerifier.of("rfc8032", NoteVerifier.ofRaw(Logs.hex(hex)));
    }

    /// RFC 9162, section 2.1.5: a tree of seven leaves, what each proof consists of.
    @Test
    void proofsConsistOfTheNodesTheRfcNames() throws Exception {
        TreeEdge edge = new TreeEdge();
        for (int i = 0; i < 7; i++) edge.append(new byte[] {(byte) ('0' + i)});
        HashTree tree = new HashTree(edge::hashes);
        Hash a = leaf(0), b = leaf(1), c = leaf(2), d = leaf(3), e = leaf(4), f = leaf(5), j = leaf(6);
        Hash g = Hash.ofNode(a, b), h = Hash.ofNode(c, d), i = Hash.ofNode(e, f);
        Hash k = Hash.ofNode(g, h), l = Hash.ofNode(i, j);
        assertThat(tree.root(7)).isEqualTo(Hash.ofNode(k, l));
        assertThat(tree.prove(0, 7).path()).isEqualTo(List.of(b, h, l));
        assertThat(tree.prove(3, 7).path()).isEqualTo(List.of(c, g, l));
        assertThat(tree.prove(4, 7).path()).isEqualTo(List.of(f, j, k));
        assertThat(tree.prove(6, 7).path()).isEqualTo(List.of(i, k));
        assertThat(tree.consistency(3, 7).path()).isEqualTo(List.of(c, d, g, l));
        assertThat(tree.consistency(4, 7).path()).isEqualTo(List.of(l));
        assertThat(tree.consistency(6, 7).path()).isEqualTo(List.of(i, j, k));
    }

    private static Hash leaf(int number) {
        return Hash.ofLeaf(new byte[] {(byte) ('0' + number)});
    }
}
