package org.muniment.law;

import java.util.regex.Pattern;

/// This is whose law it is: `us` for the federal government, `us-ct` for Connecticut. It names the
/// folder, too.
public record JurisdictionId(String value) implements Comparable<JurisdictionId> {
    private static final Pattern FORM = Pattern.compile("us(-[a-z]{2})?");

    public JurisdictionId {
        if (!isOne(value)) throw new NoSuchJurisdiction(value);
    }

    static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(JurisdictionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
