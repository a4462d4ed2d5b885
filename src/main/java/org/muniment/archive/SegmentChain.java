package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The succession of segments: each names the one before it, and where that one ended.
final class SegmentChain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentChain.class);

    private static final int STAGING_BYTES_MIN = 64 << 10;
    // One batch at its largest, so that it is one write.
    private static final int STAGING_BYTES_MAX = (8 << 20) + (256 << 10);

    private final Segments segments;
    private final StoreIdentity identity;
    private final SecureRandom random;
    private final long segmentBytesMax;
    private final Duration segmentAgeMax;
    private @Nullable SegmentWriter writer;
    private ByteBuffer staging = ByteBuffer.allocate(0);
    private SegmentHeader.Ending ending;
    private long nextAccession;

    private SegmentChain(
            Segments segments,
            StoreIdentity identity,
            ArchiveSettings settings,
            SegmentHeader.Ending ending,
            long nextAccession) {
        this.segments = segments;
        this.identity = identity;
        this.random = settings.random();
        this.segmentBytesMax = settings.segmentBytesMax();
        this.segmentAgeMax = settings.segmentAgeMax();
        this.ending = ending;
        this.nextAccession = nextAccession;
    }

    /// Goes on after a segment that has ended, or begins a store.
    static SegmentChain after(
            SegmentHeader.Ending ending,
            long nextAccession,
            Segments segments,
            StoreIdentity identity,
            ArchiveSettings settings) {
        return new SegmentChain(segments, identity, settings, ending, nextAccession);
    }

    /// Goes on in a segment that has not ended.
    static SegmentChain in(SegmentWriter writer, Segments segments, StoreIdentity identity, ArchiveSettings settings) {
        var chain = new SegmentChain(segments, identity, settings, SegmentHeader.Ending.NONE, writer.nextAccession());
        chain.writer = writer;
        return chain;
    }

    /// Returns how many bytes of records one more frame may have in the present segment; an empty one takes any record.
    long room() {
        SegmentWriter open = writer;
        if (open == null || open.offsets().count() == 0) return Long.MAX_VALUE;
        return segmentBytesMax - open.forcedEnd() - FrameHeader.SIZE_BYTES - SegmentTrailer.SIZE_BYTES;
    }

    boolean isTooOld(Instant now) {
        SegmentWriter open = writer;
        return open != null
                && open.offsets().count() > 0
                && now.isAfter(open.row().created().plus(segmentAgeMax));
    }

    /// Writes and forces one frame. When it throws, the records do not exist and the segment must be left.
    void append(List<PendingRecord> batch, Instant now) throws IOException {
        SegmentWriter open = writer;
        if (open == null) open = begin(now);
        makeStaging(batch);
        open.append(batch, Micros.of(now), staging);
        nextAccession = open.nextAccession();
    }

    /// Direct memory is dear and freed late: an archive with little to write, such as the audit trail's, takes little.
    private void makeStaging(List<PendingRecord> batch) {
        long wanted = batch.stream().mapToLong(PendingRecord::lengthBytesMax).sum() + FrameHeader.SIZE_BYTES;
        if (wanted <= staging.capacity() || staging.capacity() == STAGING_BYTES_MAX) return;
        long bytes = Math.max(STAGING_BYTES_MIN, Long.highestOneBit(wanted) << 1);
        staging = ByteBuffer.allocateDirect((int) Math.min(STAGING_BYTES_MAX, bytes));
    }

    long nextAccession() {
        return nextAccession;
    }

    /// Ends the present segment in good order.
    void seal() throws IOException {
        SegmentWriter open = writer;
        if (open == null) return;
        ending = open.seal();
        leave(open);
    }

    /// Leaves the present segment at what was forced; it is never touched again.
    void abandon() {
        SegmentWriter open = writer;
        if (open == null) return;
        ending = open.abandon();
        leave(open);
    }

    /// Makes the next segment.
    SegmentWriter begin(Instant now) throws IOException {
        long id = segments.keys().rows().stream()
                        .mapToLong(KeyTable.Row::segmentId)
                        .max()
                        .orElse(SegmentHeader.NO_SEGMENT)
                + 1;
        KeyTable.Row row = segments.keys().add(id, now, nextAccession, random);
        var header = new SegmentHeader(
                identity.storeId(),
                identity.origin(),
                id,
                row.createdMicros(),
                nextAccession,
                ending,
                row.keyVersion());
        var open = SegmentWriter.create(segments.file(row), row, segments.keys().keyOf(row), header);
        segments.setTail(id, open.offsets());
        writer = open;
        return open;
    }

    private void leave(SegmentWriter left) {
        writer = null;
        try {
            segments.writeIndex(left.row(), left.offsets(), left.forcedEnd());
            left.close();
        } catch (IOException e) {
            LOG.warn(
                    "The index of segment {} could not be written; it will be made when needed",
                    left.row().segmentId(),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) writer.close();
    }
}
