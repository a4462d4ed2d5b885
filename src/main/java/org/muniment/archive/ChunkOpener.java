package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.muniment.archive.RecordSecrets.ChunkPlace;

/// Decrypts a body chunk by chunk, straight from its segment. Gives nothing out that its tag does not vouch for.
final class ChunkOpener extends InputStream {
    private final FileChannel channel;
    private final StoredRecord record;
    private final BodyCipher cipher;
    private final byte[] sealed = new byte[BodyCipher.SEALED_CHUNK_BYTES];
    private final byte[] plain = new byte[BodyCipher.CHUNK_BYTES];
    private int chunk;
    private long taken;
    private int from;
    private int to;

    ChunkOpener(FileChannel channel, StoredRecord record, BodyCipher cipher) {
        this.channel = channel;
        this.record = record;
        this.cipher = cipher;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) return 0;
        while (from == to) if (!nextChunk()) return -1;
        int given = Math.min(length, to - from);
        System.arraycopy(plain, from, into, offset, given);
        from += given;
        return given;
    }

    private boolean nextChunk() throws IOException {
        long left = record.header().bodyLength() - taken;
        if (left == 0) return false;
        int length = (int) Math.min(sealed.length, left);
        if (!DurableFiles.readFully(channel, ByteBuffer.wrap(sealed, 0, length), record.bodyOffset() + taken))
            throw new StoreIsDamaged(record.place() + ": the segment ends in this record");
        var place = length == left ? ChunkPlace.LAST : ChunkPlace.INNER;
        to = cipher.open(chunk++, place, sealed, length, plain, record.place());
        from = 0;
        taken += length;
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
