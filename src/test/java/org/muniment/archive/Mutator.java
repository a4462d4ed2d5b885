package org.muniment.archive;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/// Makes other bytes of real ones: bits, bytes, numbers, pieces, lengths.
final class Mutator {
    private static final long[] NUMBERS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        4095,
        4096,
        65_535,
        65_536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        1L << 32,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE - 47
    };

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    byte[] mutated(byte[] real) {
        byte[] bytes = real.clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) bytes = once(bytes);
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) return new byte[random.nextInt(200)];
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(200));
            case 2 -> without(bytes, at);
            case 3 -> withPieceTwice(bytes, at);
            case 4, 5 -> withNumber(bytes, at);
            case 6 -> {
                bytes[at] = (byte) random.nextInt();
                yield bytes;
            }
            default -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
        };
    }

    private byte[] without(byte[] bytes, int at) {
        int length = Math.min(random.nextInt(64), bytes.length - at);
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, shorter, at, shorter.length - at);
        return shorter;
    }

    private byte[] withPieceTwice(byte[] bytes, int at) {
        int length = Math.min(random.nextInt(300), bytes.length - at);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }

    private byte[] withNumber(byte[] bytes, int at) {
        long number = NUMBERS[random.nextInt(NUMBERS.length)];
        ByteBuffer to = ByteBuffer.wrap(bytes);
        int place = random.nextBoolean() ? at & ~3 : at;
        if (random.nextBoolean() && place + Long.BYTES <= bytes.length) to.putLong(place, number);
        else if (place + Integer.BYTES <= bytes.length) to.putInt(place, (int) number);
        else bytes[at] = (byte) number;
        return bytes;
    }
}
