package org.muniment.correspondence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// These are words of a template with placeholders among them. Values are put in once and never looked at again: what a
/// requester wrote is text, whatever it looks like.
final class Words {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    private final List<Object> pieces = new ArrayList<>();

    /// Throws `IllegalStateException` for a placeholder that does not exist.
    Words(String template) {
        int from = 0;
        for (MatchResult found : PLACEHOLDER.matcher(template).results().toList()) {
            pieces.add(template.substring(from, found.start()));
            pieces.add(Placeholder.of(found.group(1))
                    .orElseThrow(() -> new IllegalStateException("no such placeholder: " + found.group())));
            from = found.end();
        }
        pieces.add(template.substring(from));
    }

    Set<Placeholder> placeholders() {
        Set<Placeholder> all = EnumSet.noneOf(Placeholder.class);
        for (Object piece : pieces) if (piece instanceof Placeholder placeholder) all.add(placeholder);
        return all;
    }

    /// Absent if something it needs is not known.
    Optional<String> with(Map<Placeholder, String> values) {
        if (!values.keySet().containsAll(placeholders())) return Optional.empty();
        StringBuilder text = new StringBuilder();
        for (Object piece : pieces)
            text.append(piece instanceof Placeholder placeholder ? values.get(placeholder) : piece);
        return Optional.of(text.toString());
    }
}
