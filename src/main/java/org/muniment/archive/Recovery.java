package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.Hash;

/// Finds out, after any stop, which records exist. Only the last segment can be in doubt. Pages that were not forced
/// reach the disk in any order, so a bad record in the last frame is a torn tail; in an earlier frame, or under a
/// signed checkpoint, it is corruption, and nothing is touched.
final class Recovery {
    private final StoreLayout layout;
    private final Segments segments;
    private final StoreIdentity identity;
    private final ArchiveSettings settings;
    private final Alarms alarms;
    private final WriteGate gate;

    Recovery(
            StoreLayout layout,
            Segments segments,
            StoreIdentity identity,
            ArchiveSettings settings,
            Alarms alarms,
            WriteGate gate) {
        this.layout = layout;
        this.segments = segments;
        this.identity = identity;
        this.settings = settings;
        this.alarms = alarms;
        this.gate = gate;
    }

    /// Returns the chain to go on with. `signedSize` is the size of the last checkpoint, if the log could be read.
    SegmentChain recover(OptionalLong signedSize) throws IOException {
        dropNeverBegun(signedSize);
        List<KeyTable.Row> rows = segments.keys().rows();
        Optional<String> trouble = new SegmentFiles(segments, layout.segments()).trouble();
        SegmentChain chain;
        if (trouble.isPresent()) chain = readOnly(trouble.get(), rows.isEmpty() ? 0 : readable(rows.getLast()));
        else if (rows.isEmpty()) chain = after(SegmentHeader.Ending.NONE, 0);
        else chain = goOn(rows.getLast(), signedSize);
        if (signedSize.orElse(0) > chain.nextAccession())
            gate.shut(
                    AlarmKind.STORE_DAMAGED,
                    "the log was signed up to entry " + signedSize.getAsLong() + ", but only " + chain.nextAccession()
                            + " entries are in the store.");
        return chain;
    }

    /// A stop between the key table and the segment leaves a row without a segment: no record was ever in it. Where the
    /// log was signed beyond its beginning, or cannot be read, there may have been: then its key is kept.
    private void dropNeverBegun(OptionalLong signedSize) throws IOException {
        while (!segments.keys().rows().isEmpty()) {
            KeyTable.Row last = segments.keys().rows().getLast();
            if (signedSize.orElse(Long.MAX_VALUE) > last.firstAccession()) return;
            Path file = segments.file(last);
            if (Files.exists(file) && (Files.size(file) > SegmentHeader.SIZE_BYTES || hasHeader(file))) return;
            // Its name must not come back: the next segment is made under it.
            if (Files.deleteIfExists(file)) DurableFiles.forceFolder(DurableFiles.folderOf(file));
            segments.keys().dropLast();
        }
    }

    private static boolean hasHeader(Path file) throws IOException {
        try {
            header(file);
            return true;
        } catch (StoreIsDamaged e) {
            return false;
        }
    }

    static SegmentHeader header(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(SegmentHeader.SIZE_BYTES);
            DurableFiles.readFully(channel, bytes, 0);
            return SegmentHeader.decode(bytes.array(), file.toString());
        }
    }

    /// Returns up to which number records can be read, and changes nothing.
    private long readable(KeyTable.Row last) throws IOException {
        if (!Files.exists(segments.file(last))) return last.firstAccession();
        RecordOffsets offsets =
                SegmentTail.read(segments.file(last), last.firstAccession()).offsets();
        segments.setTail(last.segmentId(), offsets);
        return last.firstAccession() + offsets.count();
    }

    private SegmentChain goOn(KeyTable.Row row, OptionalLong signedSize) throws IOException {
        Path file = segments.file(row);
        SegmentTail tail = tail(file, row.firstAccession());
        segments.setTail(row.segmentId(), tail.offsets());
        long next = row.firstAccession() + tail.offsets().count();
        try {
            checkBelongs(header(file), row, file);
        } catch (StoreIsDamaged damage) {
            return readOnly(damage.sentence(), next);
        }
        return switch (tail.state()) {
            case SEALED -> {
                SegmentBytes.forceAgain(file, tail);
                yield after(ending(row, tail, file), next);
            }
            case OPEN -> resume(row, tail, file);
            case CORRUPT -> readOnly(tail.damage(), next);
            case TORN -> {
                if (signedSize.isEmpty() || signedSize.getAsLong() > next)
                    yield readOnly(tail.damage() + "; a signed checkpoint covers it", next);
                yield cutOff(row, tail, file);
            }
        };
    }

    /// Damage is believed only if a second reading finds no more: a bit may have flipped on the way.
    private static SegmentTail tail(Path file, long firstAccession) throws IOException {
        SegmentTail tail = SegmentTail.read(file, firstAccession);
        if (tail.damage().isEmpty()) return tail;
        SegmentTail again = SegmentTail.read(file, firstAccession);
        return again.end() >= tail.end() ? again : tail;
    }

    private void checkBelongs(SegmentHeader header, KeyTable.Row row, Path file) throws StoreIsDamaged {
        if (!header.storeId().equals(identity.storeId())
                || header.segmentId() != row.segmentId()
                || header.firstAccession() != row.firstAccession())
            throw new StoreIsDamaged(file + ": the segment is another one than its name and the key table say");
    }

    private SegmentChain readOnly(String damage, long next) {
        gate.shut(AlarmKind.STORE_DAMAGED, damage + ". Nothing was changed.");
        return after(SegmentHeader.Ending.NONE, next);
    }

    private SegmentChain after(SegmentHeader.Ending ending, long next) {
        return SegmentChain.after(ending, next, segments, identity, settings);
    }

    private SegmentChain resume(KeyTable.Row row, SegmentTail tail, Path file) throws IOException {
        SegmentBytes.forceAgain(file, tail);
        if (!header(file).origin().equals(identity.origin())) return seal(row, tail, file);
        return SegmentChain.in(writer(row, tail, file), segments, identity, settings);
    }

    private SegmentWriter writer(KeyTable.Row row, SegmentTail tail, Path file) throws IOException {
        // Beside the start: half a gigabyte takes half a second, and only sealing needs it.
        var digest = CompletableFuture.supplyAsync(
                () -> SegmentBytes.digestOrThrow(file, row.firstAccession(), tail.end()),
                task -> Thread.ofPlatform().daemon().name("archive digest").start(task));
        var from = new SegmentWriter.Resumption(tail.offsets(), digest, tail.end(), tail.frames());
        return SegmentWriter.resume(file, row, segments.keys().keyOf(row), identity.origin(), from);
    }

    private SegmentChain cutOff(KeyTable.Row row, SegmentTail tail, Path file) throws IOException {
        Path aside = layout.tornTail(row.segmentId(), row.created());
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            SegmentBytes.copyTail(channel, tail.end(), aside);
            channel.truncate(tail.end());
            channel.force(true);
        }
        SegmentBytes.forceAgain(file, tail);
        alarms.raise(AlarmKind.TORN_TAIL, tail.damage() + "; what came after it is in " + aside + ".");
        return seal(row, tail, file);
    }

    /// Nothing more is written into a segment of a log that another took up.
    private SegmentChain seal(KeyTable.Row row, SegmentTail tail, Path file) throws IOException {
        try (SegmentWriter writer = writer(row, tail, file)) {
            return after(writer.seal(), writer.nextAccession());
        }
    }

    private static SegmentHeader.Ending ending(KeyTable.Row row, SegmentTail tail, Path file) throws IOException {
        Hash hash = Hash.of(SegmentBytes.checkedDigest(file, row.firstAccession(), tail.end())
                .digest());
        return new SegmentHeader.Ending(row.segmentId(), tail.end(), hash, SegmentHeader.Manner.SEALED);
    }
}
