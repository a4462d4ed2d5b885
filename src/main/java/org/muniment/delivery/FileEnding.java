package org.muniment.delivery;

import java.util.Locale;
import java.util.regex.Pattern;

/// This is all that a release keeps of a file's own name: its ending, if that is plain.
final class FileEnding {
    private static final Pattern ENDING = Pattern.compile("\\.[a-z0-9]{1,10}$");

    private FileEnding() {}

    /// Such as `.docx`; empty if there is none.
    static String of(String name) {
        var matcher = ENDING.matcher(name.toLowerCase(Locale.ROOT));
        return matcher.find() ? matcher.group() : "";
    }
}
