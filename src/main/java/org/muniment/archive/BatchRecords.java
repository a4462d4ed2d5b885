package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All records of a batch: the captures that were named, and the deliveries that repeated them, whose envelopes name
/// people too.
///
/// @param through up to where in the log repetitions were looked for
record BatchRecords(AccessionRanges captures, AccessionRanges repetitions, long through) {
    private static final int NAMED_CHARACTERS_MAX = LifecycleEvent.BODY_CHARACTERS_MAX - 1024;

    AccessionRanges records() {
        return captures.and(repetitions);
    }

    /// Reads the headers of all records from the first capture on. Throws [BatchIsUnusable].
    static BatchRecords of(OpenedStore store, AccessionRanges captures) throws IOException {
        if (captures.isEmpty()) throw new BatchIsUnusable("no capture was named");
        List<AccessionNumber> found = new ArrayList<>();
        long named = 0;
        long through = captures.runs().getFirst().first();
        try (var walk = new RecordWalk(store.segments(), store.growth(), through)) {
            for (var record = walk.next(); record.isPresent(); record = walk.next()) {
                RecordHeader header = record.get().header();
                if (captures.contains(header.accession())) {
                    requireCapture(store, header);
                    named++;
                } else if (repeats(captures, header)) {
                    found.add(new AccessionNumber(header.accession()));
                }
            }
            through = walk.position();
        }
        if (named < captures.count()) throw new BatchIsUnusable("some of these numbers are beyond the end of the log");
        var repetitions = AccessionRanges.of(found);
        if (captures.toString().length() + repetitions.toString().length() > NAMED_CHARACTERS_MAX)
            throw new BatchIsUnusable("these are too many to be authorised by one entry; make several batches");
        return new BatchRecords(captures, repetitions, through);
    }

    private static void requireCapture(OpenedStore store, RecordHeader header) throws StoreIsDamaged {
        if (header.type() != RecordType.CAPTURE)
            throw new BatchIsUnusable("entry " + header.accession() + " is no capture, but a " + header.type());
        if (store.opener().destroyedUnder(header).isPresent())
            throw new BatchIsUnusable("capture " + header.accession() + " was destroyed before");
    }

    private static boolean repeats(AccessionRanges captures, RecordHeader header) {
        return header.entry() instanceof EntryFields.DuplicateFields it && captures.contains(it.original());
    }

    /// Throws [HoldsMoved] if one of the captures was delivered again since its repetitions were looked for.
    void requireAll(OpenedStore store) throws IOException {
        try (var walk = new RecordWalk(store.segments(), store.growth(), through)) {
            for (var record = walk.next(); record.isPresent(); record = walk.next())
                if (repeats(captures, record.get().header())) throw new HoldsMoved();
        }
    }

    /// Whether one of these records is in a segment that begins here or later.
    boolean reach(long firstAccession) {
        return captures.last() >= firstAccession || (!repetitions.isEmpty() && repetitions.last() >= firstAccession);
    }

    /// Returns the segments that hold records of these.
    static Set<KeyTable.Row> segments(OpenedStore store, AccessionRanges records) throws IOException {
        Set<KeyTable.Row> rows = new LinkedHashSet<>();
        for (AccessionRanges.Run run : records.runs())
            for (long index = run.first(); index <= run.last(); index++)
                rows.add(store.segments().holding(index));
        return rows;
    }
}
