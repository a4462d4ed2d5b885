package org.muniment.law;

import java.util.regex.Pattern;

/// This is the stable name of one row, such as `us-ct/exemption/1-210-b-2`. It outlives changes of the
/// row's text.
public record ProvisionId(String value) implements Comparable<ProvisionId> {
    static final int LENGTH_MAX = 120;
    private static final Pattern FORM = Pattern.compile("us(-[a-z]{2})?/[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");

    public ProvisionId {
        if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) throw new NoSuchProvision(value);
    }

    public JurisdictionId jurisdiction() {
        return new JurisdictionId(value.substring(0, value.indexOf('/')));
    }

    @Override
    public int compareTo(ProvisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
