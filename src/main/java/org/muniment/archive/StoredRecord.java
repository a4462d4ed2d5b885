package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.muniment.merklelog.FormatIsNewer;
import org.muniment.merklelog.Hash;

/// One record as it was found in a segment. A small body was read with it; a large one is read when it is needed.
final class StoredRecord {
    static final int HEADER_WANTED = RecordHeader.FIXED_BYTES + RecordHeader.ENTRY_BYTES_MAX;

    private static final byte[] NOT_READ = {};

    private final KeyTable.Row row;
    private final RecordHeader header;
    private final long offset;
    private final String place;
    private final byte[] sealedBody;

    private StoredRecord(KeyTable.Row row, RecordHeader header, long offset, String place, byte[] sealedBody) {
        this.row = row;
        this.header = header;
        this.offset = offset;
        this.place = place;
        this.sealedBody = sealedBody;
    }

    /// Reads the record that begins at an offset and must have this number, without its body.
    static StoredRecord readHeader(SegmentWindow window, KeyTable.Row row, long offset, long accession)
            throws IOException {
        String place = "segment " + row.segmentId() + ", byte " + offset;
        RecordHeader header = header(window, offset, place);
        if (header.accession() != accession)
            throw new StoreIsDamaged(
                    place + ": accession " + header.accession() + " stands where " + accession + " belongs");
        return new StoredRecord(row, header, offset, place, NOT_READ);
    }

    /// To a reader it is one record more that cannot be read, whatever the reason.
    private static RecordHeader header(SegmentWindow window, long offset, String place) throws IOException {
        try {
            return RecordHeader.read(window.at(offset, HEADER_WANTED), place);
        } catch (FormatIsNewer newer) {
            throw new StoreIsDamaged(newer.sentence(), newer);
        }
    }

    /// Reads the body too, if it is small.
    StoredRecord withBody(SegmentWindow window) throws IOException {
        if (!RecordOpener.isSmall(header)) return this;
        int length = (int) header.bodyLength();
        byte[] sealed = new byte[length];
        ByteBuffer bytes = window.at(bodyOffset(), length);
        if (bytes.remaining() < length) throw new StoreIsDamaged(place + ": the segment ends in this record");
        bytes.get(sealed);
        return new StoredRecord(row, header, offset, place, sealed);
    }

    KeyTable.Row row() {
        return row;
    }

    RecordHeader header() {
        return header;
    }

    long bodyOffset() {
        return offset + header.bodyAt();
    }

    long end() {
        return offset + header.lengthBytes();
    }

    String place() {
        return place;
    }

    byte[] sealedBody() {
        if (sealedBody.length != header.bodyLength()) throw new IllegalStateException("the body was not read");
        return sealedBody;
    }

    /// Returns the public text, after comparing its hash with the one that was written beside it.
    byte[] entryText(String origin) throws StoreIsDamaged {
        byte[] text = header.entry().text(origin, header.accession());
        if (!Arrays.equals(Hash.ofLeaf(text).bytes(), header.leaf().bytes()))
            throw new StoreIsDamaged(place + ": the entry of accession " + header.accession()
                    + " does not hash to the leaf written beside it");
        return text;
    }
}
