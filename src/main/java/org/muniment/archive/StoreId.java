package org.muniment.archive;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The random name of a store: 16 bytes, in every segment header.
record StoreId(String hex) {
    private static final int SIZE_BYTES = 16;
    private static final int SHORT_CHARACTERS = 12;

    // A log's folder is named by it, also by what a stranger's copy says.
    private static final Pattern ORIGIN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]*(/[0-9A-Za-z][0-9A-Za-z.-]*)*");

    StoreId {
        if (hex.length() != SIZE_BYTES * 2 || !hex.chars().allMatch(HexFormat::isHexDigit))
            throw new IllegalArgumentException("a store id has 32 hexadecimal digits: " + hex);
    }

    static StoreId random(SecureRandom random) {
        byte[] bytes = new byte[SIZE_BYTES];
        random.nextBytes(bytes);
        return new StoreId(HexFormat.of().formatHex(bytes));
    }

    static StoreId read(ByteBuffer from) {
        byte[] bytes = new byte[SIZE_BYTES];
        from.get(bytes);
        return new StoreId(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// Whether a name is that of one of the store's logs: each restored backup begins another.
    boolean isOrigin(String name) {
        return isSame(name, origin());
    }

    /// Whether two logs are of one store.
    static boolean isSame(String origin, String other) {
        return first(origin).equals(first(other));
    }

    private static String first(String origin) {
        return origin.replaceFirst("-[0-9a-f]{8}$", "");
    }

    /// The name of the store's first log.
    String origin() {
        return "muniment.example/" + hex.substring(0, SHORT_CHARACTERS);
    }

    /// Whether this may be the name of a log: parts between slashes, none of which leads out of a folder.
    static boolean isNameOfLog(String text) {
        return ORIGIN.matcher(text).matches();
    }
}
