package org.muniment.merklelog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The entries of one tile as they are on disk: each behind its length as a big-endian uint16 (C2SP
/// tlog-tiles).
final class EntryBundle {
    static final int ENTRY_BYTES_MAX = 0xFFFF;

    private EntryBundle() {}

    static byte[] encode(List<byte[]> entries) {
        ByteBuffer bundle = ByteBuffer.allocate(
                entries.stream().mapToInt(e -> Short.BYTES + e.length).sum());
        for (byte[] entry : entries) bundle.putShort((short) entry.length).put(entry);
        return bundle.array();
    }

    /// Returns the entries of a bundle of this width, or throws with the name of what is damaged.
    static List<byte[]> decode(byte[] bundle, TileName name) throws LogIsDamaged {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (rest.remaining() >= Short.BYTES && entries.size() < TileName.WIDTH) {
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) break;
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (rest.hasRemaining() || entries.size() != name.width())
            throw new LogIsDamaged(name.path() + " does not hold " + name.width() + " entries");
        return entries;
    }
}
