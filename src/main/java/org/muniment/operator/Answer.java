package org.muniment.operator;

import tools.jackson.databind.json.JsonMapper;

/// What a command has to say, once: for people and, with `--json`, as one JSON object.
///
/// @param value the JSON object; records and maps in the order of their components
/// @param text the same for people, without a closing line end; empty if the command wrote its own output
/// @param exit 0 done, 1 the answer is no, 2 wrong use
record Answer(Object value, String text, int exit) {
    static final int DONE = 0;
    static final int NO = 1;
    static final int WRONG_USE = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer done(Object value, String text) {
        return new Answer(value, text, DONE);
    }

    static Answer no(Object value, String text) {
        return new Answer(value, text, NO);
    }

    String json() {
        return JSON.writeValueAsString(value);
    }
}
