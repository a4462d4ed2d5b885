package org.muniment.archive;

import java.nio.file.Path;

/// What of a store can be named and compared without any key: its files, and who it is.
record PublicStore(StoreLayout layout, StoreId storeId, String origin) {
    Path segment(KeyTable.Row row) {
        return layout.segment(row.segmentId(), row.created());
    }

    Path index(KeyTable.Row row) {
        return layout.index(row.segmentId(), row.created());
    }
}
