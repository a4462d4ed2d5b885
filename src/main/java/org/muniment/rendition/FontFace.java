package org.muniment.rendition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// This is a TrueType font whose own licence bits allow embedding and subsetting.
///
/// `name` is its file's name without the ending, for the manifest; `sha256Hex` is of the whole file. Two faces are
/// equal when their bytes are.
public final class FontFace {
    private final String name;
    private final String sha256Hex;
    private final Source source;

    FontFace(String name, String sha256Hex, Source source) {
        this.name = name;
        this.sha256Hex = sha256Hex;
        this.source = source;
    }

    public String name() {
        return name;
    }

    public String sha256Hex() {
        return sha256Hex;
    }

    /// The font file, whole, with the bytes that were measured: throws IOException if it has changed since.
    public InputStream open() throws IOException {
        try (InputStream in = source.open()) {
            byte[] file = in.readAllBytes();
            if (!sha256Hex.equals(LoadedFont.sha256Hex(file)))
                throw new IOException(
                        "The font " + name + " was changed while it was in use. Start the release again.");
            return new ByteArrayInputStream(file);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FontFace face && sha256Hex.equals(face.sha256Hex);
    }

    @Override
    public int hashCode() {
        return sha256Hex.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /// Where a font's bytes are: a file of this machine or of this program.
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
