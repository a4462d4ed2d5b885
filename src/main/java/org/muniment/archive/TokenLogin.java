package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.util.List;
import java.util.Optional;

/// The token of this process. One that was away for a moment is logged in to anew, with the PIN that is known; a PIN
/// that was refused is not tried again.
final class TokenLogin {
    private final Path configuration;
    private final Passphrase pin;
    private final TokenSerial.Known serial;
    private volatile Token token;
    private Optional<PinIsWrong> refused = Optional.empty();

    private TokenLogin(Path configuration, Passphrase pin, TokenSerial.Known serial, Token token) {
        this.configuration = configuration;
        this.pin = pin;
        this.serial = serial;
        this.token = token;
    }

    /// Throws [TokenIsMissing].
    static TokenLogin open(Path configuration, Passphrase pin, Path serialFile) throws IOException {
        var serial = new TokenSerial.Known(serialFile);
        return new TokenLogin(configuration, pin, serial, Token.open(configuration, pin, serial));
    }

    String name() {
        return configuration.toString();
    }

    interface Question<T> {
        T ask(Token token) throws IOException, GeneralSecurityException;
    }

    /// Asks, and once more after a new login. Throws [TokenIsMissing].
    <T> T ask(Question<T> question) throws IOException {
        Token now = token;
        try {
            return question.ask(now);
        } catch (IOException | GeneralSecurityException | ProviderException away) {
            return askAgain(now, question);
        }
    }

    private <T> T askAgain(Token before, Question<T> question) throws IOException {
        Token anew = token == before ? again(before) : token;
        try {
            return question.ask(anew);
        } catch (GeneralSecurityException | ProviderException e) {
            throw TokenIsMissing.doesNotAnswer(name(), e);
        }
    }

    private synchronized Token again(Token before) throws IOException {
        if (token != before) return token;
        if (refused.isPresent()) throw refused.get();
        try {
            token = Token.open(configuration, pin, serial);
            return token;
        } catch (PinIsWrong wrong) {
            refused = Optional.of(wrong);
            throw wrong;
        }
    }

    /// Returns the labels that begin so as the token has them now, not as they were when it was logged in to.
    List<String> labelsNow(String beginning) throws IOException {
        return again(token).labels(beginning);
    }

    /// Deletes a key, and looks whether it is gone.
    void delete(String label) throws IOException {
        again(token).delete(label);
        if (labelsNow(label).contains(label)) throw TokenIsMissing.stillHas(name(), label);
    }

    void keepSerial() throws IOException {
        serial.keep(token.serial());
    }
}
