package org.muniment.merklelog;

/// The names of a log's files below its folder (C2SP tlog-tiles). A width of 256 is a full tile, less a
/// partial one.
record TileName(String kind, long number, int width) {
    static final int WIDTH = 256;

    TileName {
        if (number < 0 || width < 1 || width > WIDTH)
            throw new IllegalArgumentException("no tile has number " + number + " and width " + width);
    }

    static TileName hashes(int level, long number, int width) {
        return new TileName(Integer.toString(level), number, width);
    }

    static TileName entries(long number, int width) {
        return new TileName("entries", number, width);
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
