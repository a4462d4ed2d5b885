package org.muniment.message;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// This computes a message's [MessageIdentity] while the message is read through it, in constant memory. The
/// header is held up to a limit to set trace fields aside; a header beyond it counts whole from there.
final class IdentityStream extends FilterInputStream {
    private static final int HEADER_BYTES = 1 << 20;

    private final MessageDigest digest;
    private @Nullable ByteArrayOutputStream header = new ByteArrayOutputStream(4096);
    private byte[] normal = new byte[0];
    private boolean endsWithCarriageReturn;
    private long pendingLineEnds;
    private long sizeBytes;

    IdentityStream(InputStream raw) {
        super(raw);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Reads what is left and returns the identity.
    MessageIdentity finish() throws IOException {
        Encodings.drain(this);
        if (header != null) endHeader(header.toByteArray());
        if (endsWithCarriageReturn) update(new byte[] {'\r'}, 0, 1);
        return MessageIdentity.of(digest.digest());
    }

    /// Returns how many bytes were read so far.
    long sizeBytes() {
        return sizeBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) sizeBytes += count;
        if (count > 0) accept(bytes, offset, count);
        return count;
    }

    private void accept(byte[] bytes, int offset, int count) {
        ByteArrayOutputStream held = header;
        if (held == null) {
            body(bytes, offset, count);
            return;
        }
        int before = held.size();
        held.write(bytes, offset, count);
        byte[] all = held.toByteArray();
        int end = HeaderTrace.end(all, Math.max(0, before - 3));
        if (end < 0 && all.length < HEADER_BYTES) return;
        header = null;
        HeaderTrace.withoutTrace(all, end < 0 ? all.length : end, this::body);
        if (end >= 0) body(all, end, all.length - end);
    }

    private void endHeader(byte[] all) {
        header = null;
        HeaderTrace.withoutTrace(all, all.length, this::body);
    }

    /// Takes CR LF for LF, and holds line ends back until something follows them.
    private void body(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int carriageReturn = offset;
        while (carriageReturn < end && bytes[carriageReturn] != '\r') carriageReturn++;
        if (carriageReturn == end && !endsWithCarriageReturn) {
            update(bytes, offset, count);
            return;
        }
        if (normal.length < count + 1) normal = new byte[count + 1];
        int o = 0;
        if (endsWithCarriageReturn && bytes[offset] != '\n') normal[o++] = '\r';
        endsWithCarriageReturn = bytes[end - 1] == '\r';
        int stop = endsWithCarriageReturn ? end - 1 : end;
        for (int i = offset; i < stop; i++) {
            byte b = bytes[i];
            if (b != '\r' || bytes[i + 1] != '\n') normal[o++] = b;
        }
        update(normal, 0, o);
    }

    private void update(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int last = end;
        while (last > offset && bytes[last - 1] == '\n') last--;
        if (last > offset) {
            for (; pendingLineEnds > 0; pendingLineEnds--) digest.update((byte) '\n');
            digest.update(bytes, offset, last - offset);
        }
        pendingLineEnds += end - last;
    }
}
