package org.muniment.search;

import java.util.Optional;
import java.util.regex.Pattern;

/// This is a place in a list of results, behind one of them. It stays true while messages are added.
///
/// @param sent when the message there counts as sent, in seconds since 1970
/// @param accession the number of its first capture
public record HitCursor(long sent, long accession) {
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,18})\\.(\\d{1,18})");

    /// Reads what [#toString] wrote; nothing if it is something else.
    public static Optional<HitCursor> read(String written) {
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) return Optional.empty();
        return Optional.of(new HitCursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))));
    }

    @Override
    public String toString() {
        return sent + "." + accession;
    }
}
