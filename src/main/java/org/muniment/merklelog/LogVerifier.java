package org.muniment.merklelog;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// This is how anyone with the public key alone checks what a log says (RFC 9162, sections 2.1.3.2 and
/// 2.1.4.2).
public final class LogVerifier {
    private LogVerifier() {}

    /// Returns the checkpoint if the key signed it and it is the checkpoint of the key's own log.
    public static Checkpoint checkpoint(byte[] bytes, NoteVerifier key) throws NoteIsMalformed, ProofIsInvalid {
        Checkpoint checkpoint = Checkpoint.parse(bytes);
        verify(checkpoint, key);
        return checkpoint;
    }

    public static void verify(Checkpoint checkpoint, NoteVerifier key) throws ProofIsInvalid {
        if (!checkpoint.origin().equals(key.name()))
            throw new ProofIsInvalid(
                    "the checkpoint is of the log \"" + checkpoint.origin() + "\", the key of \"" + key.name() + "\"");
        checkpoint.note().verify(key);
    }

    public static void verify(TlogProof proof, byte[] entry, NoteVerifier key) throws ProofIsInvalid {
        verify(proof.checkpoint(), key);
        verify(proof.inclusion(), Hash.ofLeaf(entry), proof.checkpoint().root());
    }

    public static void verify(InclusionProof proof, Hash leaf, Hash root) throws ProofIsInvalid {
        Climb climb = new Climb(proof.index(), proof.treeSize() - 1);
        Hash hash = leaf;
        for (Hash sibling : proof.path()) {
            if (climb.isAtRoot()) throw excluded(proof, "is too long");
            hash = climb.isSiblingLeft() ? Hash.ofNode(sibling, hash) : Hash.ofNode(hash, sibling);
            climb.up();
        }
        if (!climb.isAtRoot()) throw excluded(proof, "is too short");
        if (!hash.equals(root)) throw excluded(proof, "leads to another root");
    }

    public static void verify(ConsistencyProof proof, Hash fromRoot, Hash toRoot) throws ProofIsInvalid {
        if (proof.from() == 0 || proof.from() == proof.to()) {
            verifyTrivial(proof, fromRoot, toRoot);
            return;
        }
        Climb climb = new Climb(proof.from() - 1, proof.to() - 1);
        climb.skipPerfectSubtree();
        Iterator<Hash> path = withOldRootFirst(proof, fromRoot).iterator();
        if (!path.hasNext()) throw inconsistent(proof, "is too short");
        Hash from = path.next();
        Hash to = from;
        while (path.hasNext()) {
            Hash sibling = path.next();
            if (climb.isAtRoot()) throw inconsistent(proof, "is too long");
            if (climb.isSiblingLeft()) from = Hash.ofNode(sibling, from);
            to = climb.isSiblingLeft() ? Hash.ofNode(sibling, to) : Hash.ofNode(to, sibling);
            climb.up();
        }
        if (!climb.isAtRoot()) throw inconsistent(proof, "is too short");
        if (!from.equals(fromRoot)) throw inconsistent(proof, "does not lead to the smaller root");
        if (!to.equals(toRoot)) throw inconsistent(proof, "does not lead to the larger root");
    }

    private static void verifyTrivial(ConsistencyProof proof, Hash fromRoot, Hash toRoot) throws ProofIsInvalid {
        if (!proof.path().isEmpty()) throw inconsistent(proof, "is too long");
        if (proof.from() == 0 && !fromRoot.equals(Hash.ofEmptyTree()))
            throw inconsistent(proof, "begins with an empty log whose root is not that of an empty log");
        if (proof.from() == proof.to() && !fromRoot.equals(toRoot))
            throw inconsistent(proof, "is about two different roots of one size: the log was forked");
    }

    private static List<Hash> withOldRootFirst(ConsistencyProof proof, Hash fromRoot) {
        boolean perfect = Long.bitCount(proof.from()) == 1;
        if (!perfect) return proof.path();
        return Stream.concat(Stream.of(fromRoot), proof.path().stream()).toList();
    }

    private static ProofIsInvalid excluded(InclusionProof proof, String why) {
        return new ProofIsInvalid(
                "the inclusion proof of entry " + proof.index() + " in a log of size " + proof.treeSize() + " " + why);
    }

    private static ProofIsInvalid inconsistent(ConsistencyProof proof, String why) {
        return new ProofIsInvalid("the consistency proof from size " + proof.from() + " to " + proof.to() + " " + why);
    }

    /// The way from a node to the root: its place in its row, and that of the last node of the row.
    private static final class Climb {
        private long place;
        private long last;

        private Climb(long place, long last) {
            this.place = place;
            this.last = last;
        }

        private void skipPerfectSubtree() {
            while ((place & 1) == 1) step();
        }

        private boolean isAtRoot() {
            return last == 0;
        }

        private boolean isSiblingLeft() {
            return (place & 1) == 1 || place == last;
        }

        // A last node without a sibling is carried up as it is.
        private void up() {
            if (isSiblingLeft()) while ((place & 1) == 0 && place != 0) step();
            step();
        }

        private void step() {
            place >>= 1;
            last >>= 1;
        }
    }
}
