package org.muniment.operator;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// What a command has to say, once: for people and, with `--json`, as one JSON object.
///
/// @param value the JSON object; records and maps in the order of their components
/// @param text the same for people, without a closing line end; empty if the command wrote its own output
/// @param exit 0 done, 1 the answer is no, 2 wrong use, 3 the answer is no and asking again does harm
record Answer(Object value, String text, int exit) {
    static final int DONE = 0;
    static final int NO = 1;
    static final int WRONG_USE = 2;
    /// Trying again would do harm: `RestartPreventExitStatus` of the unit.
    static final int NEVER_AGAIN = 3;

    /// What JSON lets stand as it is and a terminal obeys: DEL, the second set of controls, changes of direction. They
    /// stand within strings only, so each may be written as its escape.
    private static final Pattern CONTROLS = Pattern.compile("[\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer done(Object value, String text) {
        return new Answer(value, text, DONE);
    }

    static Answer no(Object value, String text) {
        return new Answer(value, text, NO);
    }

    String json() {
        return CONTROLS.matcher(JSON.writeValueAsString(value))
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
    }
}
