package org.muniment.archive;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// CRC32C of bytes: it tells damage without any key.
final class Checksum {
    private Checksum() {}

    static int of(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /// Leaves the buffer's position alone.
    static int of(ByteBuffer bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(offset, length));
        return (int) crc.getValue();
    }
}
