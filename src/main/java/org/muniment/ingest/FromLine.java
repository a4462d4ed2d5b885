package org.muniment.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// This is the line that begins each message of an mbox (RFC 4155): `From sender date`, with the date as `asctime`
/// writes it, in English everywhere, with or without a zone.
final class FromLine {
    static final int BYTES_MAX = 1000;

    private static final Pattern DATED =
            Pattern.compile("From .*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\\d{1,2}:\\d\\d.*\\d{4}.*");
    private static final Pattern SENDER = Pattern.compile("From +([^\\s@]+@[^\\s@]+\\.[^\\s@.]+) .*");

    private FromLine() {}

    static boolean hasDate(String line) {
        return DATED.matcher(line).matches();
    }

    /// The address the line gives, if it is one; writers also put marks there, such as `-` or `mboxrd@z`.
    static Optional<String> sender(String line) {
        Matcher matcher = SENDER.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
