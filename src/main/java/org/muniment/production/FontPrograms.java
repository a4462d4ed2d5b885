package org.muniment.production;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.muniment.rendition.FontFace;

/// This is the fonts of one release, each parsed once. For one thread.
final class FontPrograms implements AutoCloseable {
    private final Map<FontFace, TrueTypeFont> parsed = new HashMap<>();

    TrueTypeFont program(FontFace face) throws IOException {
        var known = parsed.get(face);
        if (known != null) return known;
        try (var file = face.open()) {
            var program = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            parsed.put(face, program);
            return program;
        }
    }

    @Override
    public void close() throws IOException {
        for (var program : parsed.values()) program.close();
    }
}
