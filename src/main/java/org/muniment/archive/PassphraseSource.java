package org.muniment.archive;

import java.io.Console;
import java.util.Optional;
import java.util.function.Function;

/// This is where a passphrase comes from that is in no file: the environment, or whoever sits at the terminal.
public final class PassphraseSource {
    static final String VARIABLE = "MUNIMENT_PASSPHRASE";
    /// None: the passphrase is in a file.
    public static final PassphraseSource NONE = new PassphraseSource(Optional.empty(), VARIABLE, _ -> Optional.empty());

    private final Optional<char[]> given;
    private final String name;
    private final Function<String, Optional<char[]>> prompt;

    PassphraseSource(Optional<char[]> given, String name, Function<String, Optional<char[]>> prompt) {
        this.given = given;
        this.name = name;
        this.prompt = prompt;
    }

    /// `MUNIMENT_PASSPHRASE`, or a question at the terminal if there is one.
    static PassphraseSource standard() {
        Optional<char[]> given = Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> text.strip().toCharArray());
        return new PassphraseSource(given, VARIABLE, PassphraseSource::atTerminal);
    }

    /// Asks without showing what is typed.
    private static Optional<char[]> atTerminal(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", question))
                .map(typed -> new String(typed).strip().toCharArray())
                .filter(typed -> typed.length > 0);
    }

    /// What was found once, for a second store with the same passphrase.
    static PassphraseSource known(Passphrase passphrase) {
        return new PassphraseSource(Optional.of(passphrase.characters()), passphrase.place(), _ -> Optional.empty());
    }

    Optional<char[]> given() {
        return given;
    }

    /// Where that was found.
    String name() {
        return name;
    }

    Optional<char[]> asked(String question) {
        return prompt.apply(question);
    }
}
