package org.muniment.people;

import java.util.Locale;
import java.util.regex.Pattern;

/// This is the address a person signs in with, in lower case.
record EmailAddress(String text) {
    private static final int LENGTH_MAX = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>,;\"]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    EmailAddress {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LENGTH_MAX || !SHAPE.matcher(text).matches())
            throw new EntryIsWrong("Write one e-mail address, such as ana.rivera@city.example.");
    }
}
