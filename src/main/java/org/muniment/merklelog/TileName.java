package org.muniment.merklelog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of a log's files below its folder (C2SP tlog-tiles). A width of 256 is a full tile, less a
/// partial one.
record TileName(String kind, long number, int width) {
    static final int WIDTH = 256;

    private static final String ENTRIES = "entries";
    /// Above it no tree of 63 bits has a tile.
    private static final int LEVEL_MAX = 7;

    private static final Pattern PATH = Pattern.compile(
            "tile/(?<kind>entries|[0-9]|[1-9][0-9])/(?<number>(?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/(?<width>[1-9][0-9]{0,2}))?");

    TileName {
        if (number < 0 || width < 1 || width > WIDTH)
            throw new IllegalArgumentException("no tile has number " + number + " and width " + width);
    }

    /// Returns the tile that this path below the log's folder spells; empty unless it is its one spelling.
    static Optional<TileName> parse(String path) {
        Matcher spelled = PATH.matcher(path);
        if (!spelled.matches()) return Optional.empty();
        long number = Long.parseLong(spelled.group("number").replaceAll("[x/]", ""));
        int width = spelled.group("width") == null ? WIDTH : Integer.parseInt(spelled.group("width"));
        if (width > WIDTH) return Optional.empty();
        return Optional.of(new TileName(spelled.group("kind"), number, width))
                .filter(name -> name.path().equals(path));
    }

    boolean isOfEntries() {
        return kind.equals(ENTRIES);
    }

    int level() {
        return isOfEntries() ? 0 : Integer.parseInt(kind);
    }

    /// Whether a tree of this size has all of it.
    boolean isIn(long size) {
        long count = level() > LEVEL_MAX ? 0 : size >> (8 * level());
        return width <= count && number <= (count - width) / WIDTH;
    }

    static TileName hashes(int level, long number, int width) {
        return new TileName(Integer.toString(level), number, width);
    }

    static TileName entries(long number, int width) {
        return new TileName(ENTRIES, number, width);
    }

    TileName full() {
        return new TileName(kind, number, WIDTH);
    }

    String path() {
        return width == WIDTH ? stem() : partials() + "/" + width;
    }

    /// Returns the folder of the partial tiles of this number.
    String partials() {
        return stem() + ".p";
    }

    // 1234067 is x001/x234/067.
    private String stem() {
        StringBuilder path = new StringBuilder(String.format("%03d", number % 1000));
        for (long rest = number / 1000; rest > 0; rest /= 1000) path.insert(0, String.format("x%03d/", rest % 1000));
        return "tile/" + kind + "/" + path;
    }
}
