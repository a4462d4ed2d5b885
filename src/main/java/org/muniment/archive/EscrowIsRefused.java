package org.muniment.archive;

/// Refusal: an escrow cannot be made, opened or attested so. Nothing was changed.
public final class EscrowIsRefused extends RuntimeException {
    EscrowIsRefused(String sentence) {
        super(sentence);
    }

    EscrowIsRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static EscrowIsRefused ofTokenKeys() {
        return new EscrowIsRefused("The root keys of this archive are in a token, which gives them to nobody, so nobody"
                + " can be given a copy. Back the token up by its own means, to a second token in another building; the"
                + " key ceremony's guide says how. Nothing was changed.");
    }
}
