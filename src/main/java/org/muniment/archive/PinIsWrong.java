package org.muniment.archive;

import java.security.UnrecoverableKeyException;
import javax.security.auth.login.FailedLoginException;

/// The token refused the PIN. Whoever tries it again spends the token's patience: nothing here does.
public final class PinIsWrong extends TokenIsMissing {
    PinIsWrong(String token, Passphrase pin, Throwable cause) {
        super(
                "The PIN in " + pin.place() + " does not open the token that " + token + " names (" + deepest(cause)
                        + "). Put the right one there, then start again by hand. Do not guess: most tokens lock after"
                        + " a few wrong ones, and one that is locked (CKR_PIN_LOCKED) is opened by its maker's tool"
                        + " alone. Nothing is damaged and nothing was changed.",
                cause);
    }

    static boolean isReason(Throwable refused) {
        for (Throwable at = refused; at != null; at = at.getCause())
            if (at instanceof FailedLoginException
                    || at instanceof UnrecoverableKeyException
                    || String.valueOf(at.getMessage()).startsWith("CKR_PIN_")) return true;
        return false;
    }
}
