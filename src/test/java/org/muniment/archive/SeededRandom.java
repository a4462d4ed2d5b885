package org.muniment.archive;

import java.security.SecureRandom;
import java.util.Random;

/// Keys and salts that a seed decides, so that a story can be told again.
final class SeededRandom extends SecureRandom {
    private final Random random;

    SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }
}
