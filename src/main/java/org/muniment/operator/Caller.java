package org.muniment.operator;

import java.util.Optional;

/// Who called the tool: the user of the operating system, as this machine knows them, and the personal token that came
/// with a command through the socket.
record Caller(String osUser, Optional<String> sentToken) {
    /// Whoever started this process.
    static Caller here() {
        return new Caller(System.getProperty("user.name", "unknown"), Optional.empty());
    }

    /// Where an audit entry says that it was done.
    String from() {
        return osUser + " at the operator's tool";
    }

    /// The token is a secret.
    @Override
    public String toString() {
        return from();
    }
}
