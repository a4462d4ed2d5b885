package org.muniment.operator;

/// People sign in to this folder, so whoever reads mail must be known.
final class TokenIsNeeded extends RuntimeException {
    TokenIsNeeded() {
        super(
                "This archive has people, so reading mail needs your personal token. Make one on the page under"
                        + " \"My account\", then put it in the variable MUNIMENT_TOKEN or in a file named by --token-file FILE.");
    }
}
