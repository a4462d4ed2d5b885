package org.muniment.archive;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.merklelog.Hash;

/// Takes the raw bytes of one capture. Small messages stay in memory until they are whole; larger ones are compressed
/// and encrypted as they come.
final class Intake extends OutputStream {
    static final int SMALL_BYTES_MAX = 256 << 10;
    private static final int FIRST_BYTES = 8 << 10;

    private final RecordSecrets secrets;
    private final SpoolRoom spool;
    private final CapturePath path;
    private final int headLength;
    private byte[] buffer;
    private int filled;
    private long rawBytes;
    private @Nullable Streamed streamed;

    /// How a body is made.
    enum CapturePath {
        USUAL,
        /// No dictionary, no compression: for a message with which the usual way failed.
        MINIMAL
    }

    /// The parts of a body too large for memory.
    private record Streamed(
            BodySeal seal, SealedBody body, OutputStream to, MessageDigest content, MessageDigest raw) {}

    Intake(RecordSecrets secrets, byte[] envelope, SpoolRoom spool, CapturePath path) {
        byte[] head = RecordContent.head(secrets.salt(), envelope);
        this.secrets = secrets;
        this.spool = spool;
        this.path = path;
        this.headLength = head.length;
        this.buffer = Arrays.copyOf(head, Math.max(FIRST_BYTES, 2 * head.length));
        this.filled = head.length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        rawBytes += length;
        if (rawBytes > ArchiveSettings.MESSAGE_BYTES_MAX)
            throw new MessageIsTooLarge(ArchiveSettings.MESSAGE_BYTES_MAX);
        if (streamed == null && rawBytes > SMALL_BYTES_MAX) beginStream();
        Streamed stream = streamed;
        if (stream != null) feed(stream, bytes, offset, length);
        else keep(bytes, offset, length);
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (buffer.length - filled < length)
            buffer = Arrays.copyOf(
                    buffer, Math.max(filled + length, Math.min(2 * buffer.length, headLength + SMALL_BYTES_MAX)));
        System.arraycopy(bytes, offset, buffer, filled, length);
        filled += length;
    }

    private void beginStream() throws IOException {
        var seal = path == CapturePath.MINIMAL
                ? BodySeal.minimal(RecordType.CAPTURE, secrets)
                : BodySeal.compressed(RecordType.CAPTURE, secrets);
        var body = new SealedBody(spool);
        OutputStream sealer = new ChunkSealer(seal.cipher(Primitives.aesGcm()), body);
        OutputStream to = path == CapturePath.MINIMAL
                ? sealer
                : new ZstdOutputStreamNoFinalizer(sealer, RecyclingBufferPool.INSTANCE, Dictionary.LEVEL);
        var begun = new Streamed(seal, body, to, Primitives.sha256(), Primitives.sha256());
        streamed = begun;
        begun.content.update(secrets.salt());
        to.write(buffer, 0, headLength);
        feed(begun, buffer, headLength, filled - headLength);
        buffer = new byte[0];
    }

    private static void feed(Streamed stream, byte[] bytes, int offset, int length) throws IOException {
        stream.content.update(bytes, offset, length);
        stream.raw.update(bytes, offset, length);
        stream.to.write(bytes, offset, length);
    }

    long rawBytes() {
        return rawBytes;
    }

    /// Ends the body. May be called again after it failed, as long as the message was small.
    Finished finish(Workbenches benches, CapturePath now) throws IOException {
        Streamed stream = streamed;
        if (stream == null) return benches.with(bench -> finishSmall(bench, now));
        stream.to.close();
        return new Finished(stream.seal, stream.body, Hash.of(stream.content.digest()), stream.raw.digest());
    }

    private Finished finishSmall(Workbench bench, CapturePath now) {
        var body = new SealedBody(spool);
        int rawLength = filled - headLength;
        BodySeal seal;
        if (now == CapturePath.MINIMAL) {
            seal = BodySeal.minimal(RecordType.CAPTURE, secrets);
            bench.sealAsIs(buffer, filled, seal, body);
        } else {
            seal = BodySeal.compressedWithDictionary(RecordType.CAPTURE, secrets);
            bench.seal(buffer, filled, seal, body);
        }
        Hash content = bench.salted(secrets.salt(), buffer, headLength, rawLength);
        return new Finished(seal, body, content, bench.digest(buffer, headLength, rawLength));
    }

    /// True if the whole message is in memory, so that another attempt can be made.
    boolean isRepeatable() {
        return streamed == null;
    }

    /// Frees what a message that is not kept took.
    void abandon() throws IOException {
        Streamed stream = streamed;
        if (stream != null) stream.body.close();
    }

    /// A body ready for the committer.
    static final class Finished {
        private final BodySeal seal;
        private final SealedBody body;
        private final Hash content;
        private final byte[] rawSha256;

        Finished(BodySeal seal, SealedBody body, Hash content, byte[] rawSha256) {
            this.seal = seal;
            this.body = body;
            this.content = content;
            this.rawSha256 = rawSha256;
        }

        BodySeal seal() {
            return seal;
        }

        SealedBody body() {
            return body;
        }

        Hash content() {
            return content;
        }

        byte[] rawSha256() {
            return rawSha256;
        }
    }
}
