package org.muniment.anchor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the files of one anchor are called, before the dot: size of the log, time, and who vouches.
///
/// @param at to the second, UTC
record AnchorName(long size, Instant at, String by) {
    /// The checkpoint that is stamped.
    static final String CHECKPOINT = ".checkpoint";
    /// In a renewal, instead of a checkpoint: the name of the older response that is stamped anew.
    static final String RENEWS = ".renews";
    /// The authority's response, as `openssl ts -verify -in` takes it.
    static final String RESPONSE = ".tsr";
    /// The certificates by which the authority was believed then.
    static final String CERTIFICATES = ".pem";
    /// The checkpoint with the witness's signature under it.
    static final String COSIGNED = ".cosigned";
    /// The witness's key.
    static final String WITNESS_KEY = ".vkey";

    /// The checkpoint that people were sent.
    static final String MAILED = ".mailed";

    private static final Pattern BY = Pattern.compile("[a-z0-9]{1,40}");
    private static final Pattern FILE =
            Pattern.compile("([0-9]{12,19})-([0-9]{8}T[0-9]{6}Z)-([a-z0-9]{1,40})(\\.[a-z]+)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static boolean isBy(String text) {
        return BY.matcher(text).matches();
    }

    /// Returns the name of the anchor that a file with this ending belongs to.
    static Optional<AnchorName> of(String file, String ending) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches() && matcher.group(4).equals(ending) ? of(matcher) : Optional.empty();
    }

    private static Optional<AnchorName> of(Matcher matcher) {
        try {
            return Optional.of(new AnchorName(
                    Long.parseLong(matcher.group(1)), TIME.parse(matcher.group(2), Instant::from), matcher.group(3)));
        } catch (NumberFormatException | DateTimeException noSizeOrNoDay) {
            return Optional.empty();
        }
    }

    static boolean isFile(String file) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches() && of(matcher).isPresent();
    }

    String file(String ending) {
        return this + ending;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%012d-%s-%s", size, TIME.format(at), by);
    }
}
