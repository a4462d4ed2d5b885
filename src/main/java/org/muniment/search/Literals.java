package org.muniment.search;

import java.util.Locale;

/// This is how values that are compared whole are made comparable, in the index and in queries.
final class Literals {
    private Literals() {}

    /// An e-mail address without regard to case. (RFC 5321 lets the part before the @ be case-sensitive; no one
    /// relies on it.)
    static String address(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /// A Message-ID or a source without regard to case, and without angle brackets around it.
    static String value(String value) {
        var bare = value.strip();
        if (bare.startsWith("<") && bare.endsWith(">") && bare.length() > 1)
            bare = bare.substring(1, bare.length() - 1).strip();
        return bare.toLowerCase(Locale.ROOT);
    }
}
