package org.muniment.ingest;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// This is a command line, split at its first space.
record SmtpCommand(Verb verb, String argument) {
    enum Verb {
        HELO,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        BDAT,
        RSET,
        NOOP,
        VRFY,
        HELP,
        QUIT,
        STARTTLS,
        /// Commands of SMTP, or of its extensions, that are not offered here.
        NOT_OFFERED,
        /// Another protocol speaks, most likely through a browser that was lured here.
        FOREIGN,
        UNKNOWN
    }

    private static final Map<String, Verb> VERBS = Stream.of(Verb.values())
            .filter(verb -> verb.compareTo(Verb.NOT_OFFERED) < 0)
            .collect(Collectors.toUnmodifiableMap(Verb::name, verb -> verb));

    static SmtpCommand parse(String line) {
        int space = line.indexOf(' ');
        String word = (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
        String argument = space < 0 ? "" : line.substring(space + 1).strip();
        return new SmtpCommand(verb(word), argument);
    }

    private static Verb verb(String word) {
        Verb known = VERBS.get(word);
        if (known != null) return known;
        return switch (word) {
            case "EXPN", "AUTH", "ETRN", "TURN", "SEND", "SAML", "SOML", "LHLO", "XCLIENT", "XFORWARD", "BURL" ->
                Verb.NOT_OFFERED;
            case "GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "HOST:" -> Verb.FOREIGN;
            default -> Verb.UNKNOWN;
        };
    }
}
