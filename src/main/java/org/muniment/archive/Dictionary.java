package org.muniment.archive;

import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The Zstandard dictionary that ships with the program. It was trained on synthetic mail only, never on a store's:
/// a dictionary holds whole lines, and would outlive the destruction of the mail they came from.
final class Dictionary {
    static final int NONE = 0;
    static final int SHIPPED = 1;
    static final int LEVEL = 3;

    private static final byte[] BYTES = load();
    private static final ZstdDictCompress COMPRESS = new ZstdDictCompress(BYTES, LEVEL);
    private static final ZstdDictDecompress DECOMPRESS = new ZstdDictDecompress(BYTES);

    private Dictionary() {}

    static ZstdDictCompress compress() {
        return COMPRESS;
    }

    static ZstdDictDecompress decompress(int id) throws StoreIsDamaged {
        if (id != SHIPPED) throw new StoreIsDamaged("a record names dictionary " + id + ", which does not exist");
        return DECOMPRESS;
    }

    private static byte[] load() {
        String name = "dictionary-" + SHIPPED + ".zstd-dict";
        try (InputStream from = Dictionary.class.getResourceAsStream(name)) {
            if (from == null) throw new IllegalStateException("the program lacks its file " + name);
            return from.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
