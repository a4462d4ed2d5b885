package org.muniment.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// This computes a message's [MessageIdentity] while the message is read through it, in constant memory. The
/// header is held up to a limit to set trace fields aside; a header beyond it counts whole from there.
final class IdentityStream extends FilterInputStream {
    private static final int HEADER_BYTES = 1 << 20;

    private final MessageDigest digest;
    private byte[] header = new byte[8192];
    private int headerLength;
    private boolean isInHeader = true;
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
        if (isInHeader) endHeader(headerLength);
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
        if (!isInHeader) {
            body(bytes, offset, count);
            return;
        }
        int before = headerLength;
        headerLength += count;
        if (headerLength > header.length) header = Arrays.copyOf(header, Math.max(headerLength, 2 * header.length));
        System.arraycopy(bytes, offset, header, before, count);
        int end = HeaderTrace.end(header, Math.max(0, before - 3), headerLength);
        if (end >= 0 || headerLength >= HEADER_BYTES) endHeader(end < 0 ? headerLength : end);
    }

    private void endHeader(int end) {
        isInHeader = false;
        HeaderTrace.withoutTrace(header, end, this::body);
        if (end < headerLength) body(header, end, headerLength - end);
        header = new byte[0];
    }

    /// Takes CR LF for LF, and holds line ends back until something follows them.
    private void body(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int carriageReturn = Bytes.indexOf(bytes, (byte) '\r', offset, end);
        if (carriageReturn < 0 && !endsWithCarriageReturn) {
            update(bytes, offset, count);
            return;
        }
        if (normal.length < count + 1) normal = new byte[count + 1];
        int o = 0;
        if (endsWithCarriageReturn && bytes[offset] != '\n') normal[o++] = '\r';
        endsWithCarriageReturn = bytes[end - 1] == '\r';
        int stop = endsWithCarriageReturn ? end - 1 : end;
        int from = offset;
        for (int at = carriageReturn; at >= 0 && at < stop; at = Bytes.indexOf(bytes, (byte) '\r', at + 1, stop)) {
            boolean isLineEnd = bytes[at + 1] == '\n';
            int length = (isLineEnd ? at : at + 1) - from;
            System.arraycopy(bytes, from, normal, o, length);
            o += length;
            from = at + 1;
        }
        System.arraycopy(bytes, from, normal, o, stop - from);
        update(normal, 0, o + stop - from);
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
