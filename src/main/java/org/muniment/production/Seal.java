package org.muniment.production;

import java.util.Arrays;

/// This is the city's seal as it is printed at the head of a paper, or none.
public final class Seal {
    public static final Seal NONE = new Seal(new byte[0]);

    private final byte[] png;

    private Seal(byte[] png) {
        this.png = png;
    }

    public static Seal of(byte[] png) {
        return new Seal(png.clone());
    }

    boolean isNone() {
        return png.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal seal && Arrays.equals(png, seal.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }
}
