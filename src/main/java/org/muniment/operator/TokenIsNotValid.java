package org.muniment.operator;

/// The token is nobody's: misspelt, ended, taken back, or of a person who has left.
final class TokenIsNotValid extends RuntimeException {
    TokenIsNotValid() {
        super(
                "This personal token is not valid: it is misspelt, has ended or was taken back. Make a new one on the page"
                        + " under \"My account\". The attempt was written down.");
    }
}
