package org.muniment.production;

import java.util.HexFormat;

/// This is a file that was issued, as it goes out: its name, what kind it is, its bytes.
public final class PaperFile {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    public PaperFile(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// In lower-case hexadecimal.
    public String sha256() {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }
}
