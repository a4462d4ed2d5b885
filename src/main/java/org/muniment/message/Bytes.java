package org.muniment.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// This searches bytes eight at a time.
final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Bytes() {}

    /// Returns where `wanted` first stands at or after `from` and before `to`, or -1.
    static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        long pattern = ONES * (wanted & 0xFF);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long difference = (long) LONGS.get(bytes, i) ^ pattern;
            long hit = (difference - ONES) & ~difference & HIGHS;
            if (hit != 0) return i + (Long.numberOfTrailingZeros(hit) >>> 3);
        }
        for (; i < to; i++) if (bytes[i] == wanted) return i;
        return -1;
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) if (((long) LONGS.get(bytes, i) & HIGHS) != 0) return false;
        for (; i < to; i++) if (bytes[i] < 0) return false;
        return true;
    }
}
