package org.muniment.message;

/// This is what may still be read of one capture.
final class Budget {
    private int parts = Limits.PARTS;
    private int textBytes = Limits.TEXT_TOTAL_BYTES;
    private int headerBytes = Limits.HEADER_TOTAL_BYTES;
    private int headerFields = Limits.HEADER_FIELDS;
    private int defects = Limits.DEFECTS;

    boolean takePart() {
        return parts-- > 0;
    }

    boolean takeDefect() {
        return defects-- > 0;
    }

    boolean takeHeaderField(int bytes) {
        if (bytes > headerBytes || headerFields <= 0) return false;
        headerBytes -= bytes;
        headerFields--;
        return true;
    }

    int textBytes(int wanted) {
        return Math.min(wanted, textBytes);
    }

    void takeText(int bytes) {
        textBytes -= bytes;
    }
}
