package org.muniment.law;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// This is one row as it stands in its file: the part that all rows have, and the whole for whoever
/// knows its kind. The schemas say what a kind holds; what is asked for here and is not there is a
/// mistake in the file, and throws `IllegalStateException`.
public record LawRow(Provision provision, JsonNode body) {
    public String text(String key) {
        return findText(key).orElseThrow(() -> missing(key));
    }

    public Optional<String> findText(String key) {
        JsonNode value = body.path(key);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /// Returns the texts of a list; none if the key is absent.
    public List<String> texts(String key) {
        return body.path(key).valueStream().map(JsonNode::stringValue).toList();
    }

    public int number(String key) {
        return findNumber(key).orElseThrow(() -> missing(key));
    }

    public Optional<Integer> findNumber(String key) {
        JsonNode value = body.path(key);
        return value.isInt() ? Optional.of(value.intValue()) : Optional.empty();
    }

    public Optional<BigDecimal> findAmount(String key) {
        JsonNode value = body.path(key);
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    /// Returns whether the key is there and true.
    public boolean is(String key) {
        return body.path(key).isBoolean() && body.path(key).booleanValue();
    }

    /// Returns one of a set of words, which the file writes as `sworn-statement` and the code as
    /// `SWORN_STATEMENT`.
    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> choices) {
        return findText(key).map(word -> choice(key, word, Arrays.stream(choices.getEnumConstants())));
    }

    private <E extends Enum<E>> E choice(String key, String word, Stream<E> choices) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return choices.filter(one -> one.name().equals(name)).findFirst().orElseThrow(() -> missing(key));
    }

    private IllegalStateException missing(String key) {
        return new IllegalStateException("Row " + provision.id() + " has no usable \"" + key + "\".");
    }
}
