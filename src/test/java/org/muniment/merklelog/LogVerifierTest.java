package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Roots, inclusion and consistency against the vectors of Certificate Transparency and for every small tree.
class LogVerifierTest {
    private static final int SIZE_MAX = 300;

    // The eight leaves, and the roots of the trees of their first n, that every RFC 6962 implementation is tested with.
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static final TreeEdge EDGE = new TreeEdge();
    private static final HashTree TREE = new HashTree(EDGE::hashes);
    private static final List<Hash> SMALL_ROOTS = new ArrayList<>();

    @BeforeAll
    static void growATree() {
        RootCalculator calculator = new RootCalculator();
        SMALL_ROOTS.add(calculator.root());
        for (int i = 0; i < SIZE_MAX; i++) {
            EDGE.append(Logs.entry(i));
            calculator.append(Hash.ofLeaf(Logs.entry(i)));
            SMALL_ROOTS.add(calculator.root());
        }
    }

    @Test
    void rootsAreThoseOfThePublishedVectors() throws IOException {
        RootCalculator calculator = new RootCalculator();
        assertThat(calculator.root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        TreeEdge edge = new TreeEdge();
        for (int i = 0; i < LEAVES.size(); i++) {
            calculator.append(Hash.ofLeaf(Logs.hex(LEAVES.get(i))));
            edge.append(Logs.hex(LEAVES.get(i)));
            assertThat(calculator.root().hex()).isEqualTo(ROOTS.get(i));
            assertThat(new HashTree(edge::hashes).root(i + 1).hex()).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void pathsAreThoseOfThePublishedVectors() throws IOException {
        TreeEdge edge = new TreeEdge();
        for (String leaf : LEAVES) edge.append(Logs.hex(leaf));
        HashTree tree = new HashTree(edge::hashes);
        assertThat(tree.prove(5, 8).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistency(6, 8).path())
                .extracting(Hash::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void everyEntryOfEverySmallTreeIsProved() throws Exception {
        for (int size = 1; size <= SIZE_MAX; size++)
            for (int index = 0; index < size; index++) {
                InclusionProof proof = TREE.prove(index, size);
                LogVerifier.verify(proof, Hash.ofLeaf(Logs.entry(index)), SMALL_ROOTS.get(size));
            }
    }

    @Test
    void everySmallTreeIsConsistentWithEveryLargerOne() throws Exception {
        for (int to = 0; to <= SIZE_MAX; to++)
            for (int from = 0; from <= to; from++)
                LogVerifier.verify(TREE.consistency(from, to), SMALL_ROOTS.get(from), SMALL_ROOTS.get(to));
    }

    @Test
    void noOtherEntryPlaceSizeOrRootIsProved() throws IOException {
        InclusionProof proof = TREE.prove(77, 200);
        Hash leaf = Hash.ofLeaf(Logs.entry(77));
        Hash root = SMALL_ROOTS.get(200);
        refused(proof, Hash.ofLeaf(Logs.entry(78)), root);
        refused(proof, leaf, SMALL_ROOTS.get(199));
        for (long index = 0; index < 200; index++)
            if (index != 77) refused(new InclusionProof(index, 200, proof.path()), leaf, root);
        // With a size of the same shape the same path is right: that is why the size is signed with the root.
        refused(new InclusionProof(77, 128, proof.path()), leaf, root);
        refused(new InclusionProof(77, 300, proof.path()), leaf, root);
    }

    @Test
    void noChangedPathIsBelieved() throws IOException {
        InclusionProof inclusion = TREE.prove(77, 200);
        ConsistencyProof consistency = TREE.consistency(77, 200);
        for (List<Hash> path : changed(inclusion.path()))
            refused(new InclusionProof(77, 200, path), Hash.ofLeaf(Logs.entry(77)), SMALL_ROOTS.get(200));
        for (List<Hash> path : changed(consistency.path()))
            assertThatThrownBy(() -> LogVerifier.verify(
                            new ConsistencyProof(77, 200, path), SMALL_ROOTS.get(77), SMALL_ROOTS.get(200)))
                    .isInstanceOf(ProofIsInvalid.class);
    }

    @Test
    void aForkIsNeverConsistent() throws IOException {
        for (int from = 1; from <= 64; from++) {
            ConsistencyProof proof = TREE.consistency(from, 200);
            Hash other = SMALL_ROOTS.get(from + 1);
            Hash right = SMALL_ROOTS.get(200);
            assertThatThrownBy(() -> LogVerifier.verify(proof, other, right)).isInstanceOf(ProofIsInvalid.class);
        }
    }

    private static void refused(InclusionProof proof, Hash leaf, Hash root) {
        assertThatThrownBy(() -> LogVerifier.verify(proof, leaf, root)).isInstanceOf(ProofIsInvalid.class);
    }

    // Each bit of each hash flipped, each hash left out, each pair swapped, one hash too many.
    private static List<List<Hash>> changed(List<Hash> path) {
        List<List<Hash>> changed = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            for (int bit = 0; bit < 256; bit++) {
                byte[] bytes = path.get(i).bytes();
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                List<Hash> flipped = new ArrayList<>(path);
                flipped.set(i, Hash.of(bytes));
                changed.add(flipped);
            }
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            changed.add(shorter);
            List<Hash> swapped = new ArrayList<>(path);
            swapped.add(swapped.remove(i));
            if (!swapped.equals(path)) changed.add(swapped);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ofEmptyTree());
        changed.add(longer);
        return changed;
    }
}
