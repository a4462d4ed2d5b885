package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The token with the root keys is not there, or not the one it was. Nothing is damaged, and nothing was changed.
public sealed class TokenIsMissing extends IOException permits PinIsWrong {
    TokenIsMissing(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    private TokenIsMissing(String sentence) {
        super(sentence);
    }

    static TokenIsMissing doesNotAnswer(String token, Throwable cause) {
        return new TokenIsMissing(
                "The token that " + token + " names does not answer (" + deepest(cause)
                        + "). See that it is there, and that `library` and `slot` are right. Nothing was changed.",
                cause);
    }

    static TokenIsMissing isNotNamed(Path marker) {
        return new TokenIsMissing("The root keys of this archive are in a token (" + marker
                + " says so): name the file with its `library` and `slot` in MUNIMENT_PKCS11. Nothing was changed.");
    }

    static TokenIsMissing isNotUsed(Path marker) {
        return new TokenIsMissing(
                "MUNIMENT_PKCS11 names a token, but the root keys of this archive are in its keystore:"
                        + " start without MUNIMENT_PKCS11. An archive gets a token at its first start, or none. If it had"
                        + " one, " + marker
                        + " is missing: put that one file back from the latest backup. Nothing was changed.");
    }

    static TokenIsMissing lacks(String token, String label) {
        return new TokenIsMissing("The token that " + token + " names has no key " + shown(label)
                + ": it is another token, or the key was deleted in it. Name the right token, or put the key back from"
                + " the token's own backup. Nothing was changed.");
    }

    static TokenIsMissing isAnother(String token, String label) {
        return new TokenIsMissing("The key " + shown(label) + " in the token that " + token
                + " names is not the one this archive's keys were wrapped by: name the right token, or put the key"
                + " back from the token's own backup. Nothing was changed.");
    }

    static TokenIsMissing isConfiguredWrongly(Path file, Throwable cause) {
        return new TokenIsMissing(
                "The token cannot be used as " + file + " says (" + deepest(cause)
                        + "). It needs the lines `library = /path/of/the/module.so` and `slot = NUMBER`, in the format of"
                        + " Java's SunPKCS11; the token must be there. Nothing was changed.",
                cause);
    }

    static TokenIsMissing isOfOtherSerial(Path configuration, String found, String known, Path file) {
        return new TokenIsMissing("The token that " + configuration + " names has the serial number " + found
                + ", and this archive's has " + known
                + ": the PIN was not sent to it. Set `slot` to the right token. If"
                + " this one is a copy that takes its place for good, delete the file " + file
                + " and start again. Nothing was changed.");
    }

    static TokenIsMissing has(String token, String label) {
        return new TokenIsMissing("The token that " + token + " names has a key " + label
                + " already. It was left as it is; begin again. Nothing was changed.");
    }

    static TokenIsMissing stillHas(String token, String label) {
        return new TokenIsMissing("The token that " + token + " names did not delete the key " + label
                + ", and did not say why: see that it may be written to. It is tried again.");
    }

    /// Finds it among the causes.
    public static Optional<TokenIsMissing> in(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause())
            if (at instanceof TokenIsMissing missing) return Optional.of(missing);
        return Optional.empty();
    }

    static TokenIsMissing pinIsMissing(Path token, Path file) {
        return new TokenIsMissing("The PIN of the token that " + token + " names is missing: put it into the file "
                + file + " (mode 0600), or name its file in MUNIMENT_PASSPHRASE_FILE, or put the PIN itself into"
                + " MUNIMENT_PASSPHRASE, or start this at a terminal, where it is asked for. Nothing was changed.");
    }

    /// A beginning, if that is all that is known.
    private static String shown(String label) {
        return label.endsWith("-") ? label + "…" : label;
    }

    static String deepest(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
    }
}
