package org.muniment.merklelog;

import java.io.IOException;

/// This says that a later version of the program wrote what was to be read. It is no damage: nothing is repaired,
/// dropped or cut off.
public final class FormatIsNewer extends IOException {
    private final String sentence;

    /// @param place the file, and the byte in it if it is one of many
    /// @param known the latest format that this program reads
    public FormatIsNewer(String place, int found, int known) {
        this(place + " is of format " + found + ", and this program knows none later than " + known
                + ": start the version of Muniment that wrote it. Nothing was changed.");
    }

    private FormatIsNewer(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
