package org.muniment.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.merklelog.FormatIsNewer;

/// The frame of a small text file of the store, whatever its format: a first line that ends with the format's number,
/// and a last line with the checksum of all before it.
final class TextFormat {
    static final int KNOWN = 1;

    private static final Pattern FIRST_LINE = Pattern.compile("[^\n]* v([0-9]{1,6})\n.*", Pattern.DOTALL);
    private static final String CHECKSUM = "crc32c ";

    private TextFormat() {}

    /// Returns what stands behind a name in one of the lines; the last of them is the checksum.
    static String value(List<String> lines, int line, String name) {
        if (line >= lines.size() - 1 || !lines.get(line).startsWith(name + " "))
            throw new IllegalArgumentException("line " + line + " is not \"" + name + "\"");
        return lines.get(line).substring(name.length() + 1);
    }

    static String checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CHECKSUM + "%08x\n".formatted(Checksum.of(bytes, 0, bytes.length));
    }

    /// Refuses a text of a later format, if it is as it was written; a damaged one is not of a later format.
    static void refuseNewer(String text, Path file) throws FormatIsNewer {
        int checksumAt = text.lastIndexOf(CHECKSUM);
        if (checksumAt < 0 || !text.substring(checksumAt).equals(checksum(text.substring(0, checksumAt)))) return;
        Matcher first = FIRST_LINE.matcher(text);
        if (!first.matches()) return;
        int found = Integer.parseInt(first.group(1));
        if (found > KNOWN) throw new FormatIsNewer(file.toString(), found, KNOWN);
    }
}
