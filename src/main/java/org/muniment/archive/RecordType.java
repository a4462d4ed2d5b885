package org.muniment.archive;

import java.nio.ByteBuffer;

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

    static RecordType of(byte code, String place) throws StoreIsDamaged {
        for (var type : values()) if (type.code == code) return type;
        throw new StoreIsDamaged(place + ": the record has the unknown type " + code);
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
