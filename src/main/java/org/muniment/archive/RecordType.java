package org.muniment.archive;

import java.nio.ByteBuffer;
import org.muniment.merklelog.FormatIsNewer;

/// What a record is, with its number on disk.
enum RecordType {
    CAPTURE(1, EntryFields.CaptureFields.FIXED_BYTES),
    DUPLICATE(2, EntryFields.DuplicateFields.FIXED_BYTES),
    LIFECYCLE(3, EntryFields.LifecycleFields.FIXED_BYTES);

    private final int code;
    private final int entryFixedBytes;

    RecordType(int code, int entryFixedBytes) {
        this.code = code;
        this.entryFixedBytes = entryFixedBytes;
    }

    byte code() {
        return (byte) code;
    }

    /// The code stands under a checksum: one that is not known was written by a later version.
    static RecordType of(byte code, String place) throws FormatIsNewer {
        for (var type : values()) if (type.code == code) return type;
        throw new FormatIsNewer(place + ", the record's type,", code, values().length);
    }

    EntryFields readEntry(ByteBuffer from, String place) throws StoreIsDamaged {
        if (from.remaining() < entryFixedBytes) throw new StoreIsDamaged(place + ": the entry is too short");
        return switch (this) {
            case CAPTURE -> EntryFields.CaptureFields.read(from);
            case DUPLICATE -> EntryFields.DuplicateFields.read(from);
            case LIFECYCLE -> EntryFields.LifecycleFields.read(from);
        };
    }
}
