package org.muniment.merklelog;

/// This says that well-formed evidence does not prove what it claims, and why.
public final class ProofIsInvalid extends Exception {
    ProofIsInvalid(String sentence) {
        super(sentence);
    }
}
