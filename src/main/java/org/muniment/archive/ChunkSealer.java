package org.muniment.archive;

import java.io.IOException;
import java.io.OutputStream;
import org.muniment.archive.RecordSecrets.ChunkPlace;

/// Encrypts a stream of unknown length in chunks. A full chunk waits until more comes: the last one is marked as such.
final class ChunkSealer extends OutputStream {
    private final BodyCipher cipher;
    private final SealedBody into;
    private final byte[] plain = new byte[BodyCipher.CHUNK_BYTES];
    private final byte[] sealed = new byte[BodyCipher.SEALED_CHUNK_BYTES];
    private int filled;
    private int chunk;
    private boolean ended;

    ChunkSealer(BodyCipher cipher, SealedBody into) {
        this.cipher = cipher;
        this.into = into;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == plain.length) seal(ChunkPlace.INNER);
            int taken = Math.min(left, plain.length - filled);
            System.arraycopy(bytes, from, plain, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) return;
        ended = true;
        seal(ChunkPlace.LAST);
    }

    private void seal(ChunkPlace place) throws IOException {
        int length = cipher.seal(chunk++, place, plain, 0, filled, sealed);
        into.append(sealed, length);
        filled = 0;
    }
}
