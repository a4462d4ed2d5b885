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
        long place = proof.index();
        long last = proof.treeSize() - 1;
        Hash hash = leaf;
        for (Hash sibling : proof.path()) {
            if (last == 0) throw new ProofIsInvalid("the inclusion proof of entry " + proof.index() + " is too long");
            if ((place & 1) == 1 || place == last) {
                hash = Hash.ofNode(sibling, hash);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.ofNode(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) throw new ProofIsInvalid("the inclusion proof of entry " + proof.index() + " is too short");
        if (!hash.equals(root))
            throw new ProofIsInvalid("entry " + proof.index() + " is not in the log of size " + proof.treeSize()
                    + ": its proof leads to another root");
    }

    public static void verify(ConsistencyProof proof, Hash fromRoot, Hash toRoot) throws ProofIsInvalid {
        if (proof.from() == 0 || proof.from() == proof.to()) {
            verifyTrivial(proof, fromRoot, toRoot);
            return;
        }
        long place = proof.from() - 1;
        long last = proof.to() - 1;
        while ((place & 1) == 1) {
            place >>= 1;
            last >>= 1;
        }
        Iterator<Hash> path = withOldRootFirst(proof, fromRoot).iterator();
        if (!path.hasNext()) throw inconsistent(proof, "is too short");
        Hash from = path.next();
        Hash to = from;
        while (path.hasNext()) {
            Hash sibling = path.next();
            if (last == 0) throw inconsistent(proof, "is too long");
            if ((place & 1) == 1 || place == last) {
                from = Hash.ofNode(sibling, from);
                to = Hash.ofNode(sibling, to);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                to = Hash.ofNode(to, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        if (last != 0) throw inconsistent(proof, "is too short");
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

    private static ProofIsInvalid inconsistent(ConsistencyProof proof, String why) {
        return new ProofIsInvalid("the consistency proof from size " + proof.from() + " to " + proof.to() + " " + why);
    }
}
