package org.muniment.access;

import java.util.Optional;

/// This is one thing somebody did about people, sign-in or roles. It is told as an event; the audit trail, which knows
/// this package and not the other way round, listens and has written it down when the telling returns. If it cannot,
/// the telling throws, and what was asked for is refused.
///
/// @param purpose what mail is read for; absent where no mail is
/// @param what in words what was done, with names: for whom, which role. Never a secret
public record Deed(Kind kind, Actor actor, Optional<Purpose> purpose, String what) {
    public Deed(Kind kind, Actor actor, String what) {
        this(kind, actor, Optional.empty(), what);
    }

    /// Each is also an `Act` of the audit trail, by the same name.
    public enum Kind {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGNED_OUT,
        LOCKED_OUT,
        PURPOSE_STATED,
        REFUSED,
        SET_UP,
        INVITED,
        ACCOUNT_CHANGED,
        ROLE_ASKED,
        ROLE_GRANTED,
        ROLE_REVOKED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        POLICY_ACKNOWLEDGED,
        SETTINGS_CHANGED
    }
}
