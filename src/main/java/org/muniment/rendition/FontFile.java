package org.muniment.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// A font file of a family known to have wide coverage, with its place in the order of preference.
record FontFile(String name, Path path) {
    private static final List<String> SYMBOLS =
            List.of("NotoSansSymbols-Regular", "NotoSansSymbols2-Regular", "NotoSansMath-Regular", "NotoMusic-Regular");
    private static final List<String> LAST = List.of(
            "DroidSansFallbackFull",
            "DroidSansFallback",
            "NanumGothic",
            "UnDotum",
            "DejaVuSans",
            "Symbola",
            "Symbola_hint",
            "unifont");
    private static final int SANS = 10;
    private static final int OTHER_STYLES = 30;
    private static final String ENDING = ".ttf";

    static final Comparator<FontFile> PREFERENCE = Comparator.comparingInt(FontFile::rank)
            .thenComparing(FontFile::name)
            .thenComparing(file -> file.path().toString());

    static FontFile of(Path path) {
        String name = path.getFileName().toString();
        return new FontFile(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "", path);
    }

    boolean isKnown() {
        return rank() < Integer.MAX_VALUE;
    }

    boolean isBold() {
        return name.equals("NotoSans-Bold");
    }

    /// Has it the letters of one script and, by the way, punctuation that many scripts share?
    boolean isOfOneScript() {
        return rank() == SANS || rank() == OTHER_STYLES;
    }

    LoadedFont load() throws IOException {
        return LoadedFont.of(name, () -> Files.newInputStream(path));
    }

    private int rank() {
        if (name.equals("NotoSans-Regular")) return 0;
        if (SYMBOLS.contains(name)) return 20 + SYMBOLS.indexOf(name);
        if (LAST.contains(name)) return 40 + LAST.indexOf(name);
        if (!name.endsWith("-Regular") || name.contains("Display")) return Integer.MAX_VALUE;
        if (name.startsWith("NotoSans")) return SANS;
        return name.startsWith("Noto") ? OTHER_STYLES : Integer.MAX_VALUE;
    }
}
