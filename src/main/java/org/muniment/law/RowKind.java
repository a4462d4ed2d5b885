package org.muniment.law;

import java.util.Locale;

/// This is what a row is about. Each kind has its file in a jurisdiction's folder and its word in a
/// row's id.
public enum RowKind {
    JURISDICTION("jurisdiction"),
    CLOCK("clock"),
    CALENDAR("calendar"),
    FEES("fee"),
    EXEMPTIONS("exemption"),
    MARKING("marking"),
    NOTICES("notice"),
    DENIALS("denial"),
    APPEALS("appeal"),
    PRESERVATION("preservation"),
    LETTERS("letter"),
    DETECTORS("detector"),
    EVIDENCE("evidence");

    private final String idWord;

    RowKind(String idWord) {
        this.idWord = idWord;
    }

    /// The second word of such a row's id.
    public String idWord() {
        return idWord;
    }

    /// The name of the file, without its ending, and of the schema.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
