package org.muniment.mirror;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// What each copy says of the two: which pair it is of, and every time one of them went on alone. The copy whose list
/// is longer went on without the other; the other is never read from again until it was made equal.
///
/// @param pair the same in both copies, and nowhere else
/// @param role which of the two this copy is
/// @param other where the other copy is
/// @param steps one name for each time a copy began to go on alone, made up then
record Pairing(String pair, Role role, String other, List<String> steps) {
    private static final String FORMAT = "muniment/mirror/v1";
    private static final int LINES = 5;

    enum Role {
        DATA("the data folder"),
        MIRROR("the mirror");

        private final String words;

        Role(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Pairing alone(String step) {
        var more = new ArrayList<>(steps);
        more.add(step);
        return new Pairing(pair, role, other, List.copyOf(more));
    }

    Pairing through(List<String> allSteps) {
        return new Pairing(pair, role, other, allSteps);
    }

    Pairing beside(String place) {
        return new Pairing(pair, role, place, steps);
    }

    /// Whether this copy has all that the other one went through.
    boolean includes(Pairing earlier) {
        return steps.size() >= earlier.steps.size()
                && steps.subList(0, earlier.steps.size()).equals(earlier.steps);
    }

    byte[] encoded() {
        String text = String.join("\n", FORMAT, pair, role.name(), other, String.join(" ", steps)) + "\n";
        return (text + checksum(text) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Pairing read(String name, byte[] bytes) throws MirrorIsUnusable {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", -1);
        if (!lines[0].equals(FORMAT) && lines[0].startsWith("muniment/mirror/"))
            throw new MirrorIsUnusable(name + " was written by a newer Muniment: " + lines[0] + ".");
        if (lines.length != LINES + 2) throw damaged(name);
        String signed = text.substring(0, text.length() - lines[LINES].length() - 1);
        if (!checksum(signed).equals(lines[LINES])) throw damaged(name);
        return new Pairing(lines[1], Role.valueOf(lines[2]), lines[3], List.of(lines[4].split(" ", -1)));
    }

    private static MirrorIsUnusable damaged(String name) {
        return new MirrorIsUnusable(name + " is damaged, so it is not known which copy is newer. Nothing was changed."
                + " Compare the two folders; see the recovery guide under MIRROR_DEGRADED.");
    }

    private static String checksum(String text) {
        var crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
