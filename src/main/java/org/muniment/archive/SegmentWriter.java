package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.muniment.merklelog.Hash;

/// The one open segment, written by one thread. After any failure it is abandoned: Linux marks pages it could not write
/// as clean, so that a second force would lie.
final class SegmentWriter implements AutoCloseable {
    private final KeyTable.Row row;
    private final String origin;
    private final FileChannel channel;
    private final RecordOffsets offsets;
    private final Cipher keyWrap;
    private ByteBuffer staging = ByteBuffer.allocate(0);
    private CompletableFuture<MessageDigest> forcedDigest;
    private MessageDigest writtenDigest = Primitives.sha256();
    private long forcedEnd;
    private long writtenEnd;
    private long nextSequence;

    private SegmentWriter(KeyTable.Row row, String origin, SecretKey key, FileChannel channel, Resumption from) {
        this.row = row;
        this.origin = origin;
        this.channel = channel;
        this.offsets = from.offsets;
        this.forcedDigest = from.digest;
        this.forcedEnd = from.end;
        this.writtenEnd = from.end;
        this.nextSequence = from.nextSequence;
        this.keyWrap = Primitives.wrapping(key);
    }

    /// Where a segment stands that is written on.
    ///
    /// @param digest of all bytes up to its end; may still be on its way, for it takes a while
    record Resumption(RecordOffsets offsets, CompletableFuture<MessageDigest> digest, long end, long nextSequence) {}

    /// Makes the file; it and its name are on disk on return.
    static SegmentWriter create(Path file, KeyTable.Row row, SecretKey key, SegmentHeader header) throws IOException {
        DurableFiles.makeFolder(DurableFiles.folderOf(file));
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            byte[] bytes = header.encoded();
            DurableFiles.writeFully(channel, ByteBuffer.wrap(bytes), 0);
            channel.force(true);
            DurableFiles.forceFolder(DurableFiles.folderOf(file));
            MessageDigest digest = Primitives.sha256();
            digest.update(bytes);
            var start = new Resumption(new RecordOffsets(), CompletableFuture.completedFuture(digest), bytes.length, 0);
            return new SegmentWriter(row, header.origin(), key, channel, start);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    static SegmentWriter resume(Path file, KeyTable.Row row, SecretKey key, String origin, Resumption from)
            throws IOException {
        return new SegmentWriter(row, origin, key, FileChannel.open(file, StandardOpenOption.WRITE), from);
    }

    KeyTable.Row row() {
        return row;
    }

    RecordOffsets offsets() {
        return offsets;
    }

    long nextAccession() {
        return row.firstAccession() + offsets.count();
    }

    long forcedEnd() {
        return forcedEnd;
    }

    /// Writes a frame with these records and forces it. When it throws, none of them exists.
    ///
    /// @param room to put the frame together in
    void append(List<PendingRecord> batch, long timeMicros, ByteBuffer room) throws IOException {
        staging = room;
        List<RecordHeader> headers = headers(batch, timeMicros);
        long length = headers.stream().mapToLong(RecordHeader::lengthBytes).sum();
        writtenDigest = SegmentBytes.copy(forcedDigest.join());
        writtenEnd = forcedEnd;
        staging.clear();
        new FrameHeader(nextSequence, batch.size(), length, forcedEnd, nextAccession()).write(staging);
        long[] starts = new long[batch.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = writtenEnd + staging.position();
            stage(headers.get(i), batch.get(i).body());
        }
        flushStaging();
        channel.force(false);
        forcedDigest = CompletableFuture.completedFuture(writtenDigest);
        forcedEnd = writtenEnd;
        nextSequence++;
        for (long start : starts) offsets.add(start);
    }

    private List<RecordHeader> headers(List<PendingRecord> batch, long timeMicros) throws IOException {
        List<RecordHeader> headers = new ArrayList<>(batch.size());
        long accession = nextAccession();
        for (PendingRecord pending : batch) headers.add(header(pending, accession++, timeMicros));
        return headers;
    }

    private RecordHeader header(PendingRecord pending, long accession, long timeMicros) throws IOException {
        BodySeal seal = pending.seal();
        EntryFields entry = pending.entryAt().apply(timeMicros);
        return new RecordHeader(
                seal.type(),
                seal.flags(),
                accession,
                seal.secrets().names(),
                seal.dictionaryId(),
                pending.body().lengthBytes(),
                Hash.ofLeaf(entry.text(origin, accession)),
                wrap(seal.secrets().dataKey()),
                entry,
                entry.encoded().length);
    }

    private WrappedKey wrap(byte[] dataKey) throws IOException {
        try {
            return new WrappedKey(keyWrap.wrap(Primitives.aesKey(dataKey)));
        } catch (GeneralSecurityException e) {
            throw new IOException("a record's key could not be wrapped", e);
        }
    }

    private void stage(RecordHeader header, SealedBody body) throws IOException {
        if (staging.remaining() < RecordHeader.FIXED_BYTES + RecordHeader.ENTRY_BYTES_MAX) flushStaging();
        header.write(staging);
        body.copyTo(this::stage);
        if (staging.remaining() < Integer.BYTES + header.padding()) flushStaging();
        staging.putInt(body.checksum()).put(new byte[header.padding()]);
    }

    private void stage(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (!staging.hasRemaining()) flushStaging();
            int piece = Math.min(bytes.remaining(), staging.remaining());
            staging.put(bytes.slice(bytes.position(), piece));
            bytes.position(bytes.position() + piece);
        }
    }

    private void flushStaging() throws IOException {
        staging.flip();
        writtenDigest.update(staging.duplicate());
        int length = staging.limit();
        DurableFiles.writeFully(channel, staging, writtenEnd);
        writtenEnd += length;
        staging.clear();
    }

    /// Writes the trailer; nothing may follow.
    SegmentHeader.Ending seal() throws IOException {
        var ending = ending(SegmentHeader.Manner.SEALED);
        byte[] trailer = new SegmentTrailer(offsets.count(), forcedEnd, nextAccession() - 1, ending.hash()).encoded();
        DurableFiles.writeFully(channel, ByteBuffer.wrap(trailer), forcedEnd);
        channel.force(false);
        return ending;
    }

    /// Returns what the next segment says about this one, which ends at what was forced.
    SegmentHeader.Ending abandon() {
        return ending(SegmentHeader.Manner.ABANDONED);
    }

    private SegmentHeader.Ending ending(SegmentHeader.Manner manner) {
        Hash hash = Hash.of(SegmentBytes.copy(forcedDigest.join()).digest());
        return new SegmentHeader.Ending(row.segmentId(), forcedEnd, hash, manner);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
