package org.muniment.archive;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.crypto.Cipher;

/// Opens the bodies of records: finds the key, decrypts, decompresses.
final class RecordOpener {
    /// What is read at once to find one record: most fit in.
    static final int WINDOW_BYTES = 32 << 10;

    // Up to here a message is compressed in one piece, so that its size stands in the frame.
    private static final int WHOLE_BYTES_MAX = Intake.SMALL_BYTES_MAX;

    private final Segments segments;
    private final DataKeys keys;
    private final Workbenches benches;

    RecordOpener(Segments segments, Workbenches benches) {
        this.segments = segments;
        this.keys = new DataKeys(segments);
        this.benches = benches;
    }

    /// Returns the entry under which a record was destroyed; empty if it was not.
    Optional<AccessionNumber> destroyedUnder(RecordHeader header) throws StoreIsDamaged {
        return keys.destroyedUnder(header.accession());
    }

    DataKeys keys() {
        return keys;
    }

    /// True of a body that is opened in memory, in one piece.
    static boolean isSmall(RecordHeader header) {
        return header.bodyLength() <= BodyCipher.SEALED_CHUNK_BYTES && contentBytes(header) <= WHOLE_BYTES_MAX;
    }

    private static long contentBytes(RecordHeader header) {
        return header.entry() instanceof EntryFields.CaptureFields capture ? capture.sizeBytes() : 0;
    }

    byte[] whole(StoredRecord record) throws IOException {
        byte[] sealed = record.sealedBody();
        int lengthMax = Math.toIntExact(contentBytes(record.header())) + RecordContent.HEAD_BYTES_MAX;
        return benches.with(
                bench -> bench.open(record.header(), sealed, cipher(record, bench.gcm()), lengthMax, record.place()));
    }

    /// Returns the content of a body of any size, in constant memory.
    InputStream stream(StoredRecord record) throws IOException {
        if (isSmall(record.header())) return new ByteArrayInputStream(whole(record));
        var opened = new ChunkOpener(segments.open(record.row()), record, cipher(record, Primitives.aesGcm()));
        if (!record.header().is(RecordHeader.COMPRESSED)) return opened;
        try {
            var plain = new ZstdInputStreamNoFinalizer(opened, RecyclingBufferPool.INSTANCE);
            if (record.header().dictionaryId() != Dictionary.NONE)
                plain.setDict(Dictionary.decompress(record.header().dictionaryId()));
            return plain;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private BodyCipher cipher(StoredRecord record, Cipher gcm) throws StoreIsDamaged {
        RecordHeader header = record.header();
        return new BodyCipher(gcm, keys.of(header, record.place()), header.names(), header.boundBytes());
    }
}
