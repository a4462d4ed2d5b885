package org.muniment.operator;

/// The token's person has no role that reads mail.
final class MailIsNotTheirsToRead extends RuntimeException {
    MailIsNotTheirsToRead(String name) {
        super(name
                + " has no role that reads mail. Records officers, reviewers and counsel do; an administrator can ask"
                + " for the role, which counsel must confirm. The attempt was written down.");
    }
}
