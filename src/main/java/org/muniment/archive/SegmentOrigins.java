package org.muniment.archive;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which log the entries of each segment name: the one they were first written to, as the segment's
/// header says. They differ in a store that was restored from a backup ([ADR
/// 47](docs/adr/0047-epoch.md)).
final class SegmentOrigins {
    private final StoreLayout layout;
    private final String current;
    private final Map<Long, String> known = new ConcurrentHashMap<>();

    /// @param current origin of the store's log now
    SegmentOrigins(StoreLayout layout, String current) {
        this.layout = layout;
        this.current = current;
    }

    /// Where a header is damaged, that of the nearest segment before it is taken, else that of the
    /// nearest after it.
    ///
    /// @param rows all segments, in order
    String of(KeyTable.Row row, List<KeyTable.Row> rows) {
        String before = known.get(row.segmentId());
        if (before != null) return before;
        Optional<String> own = read(row);
        own.ifPresent(origin -> known.put(row.segmentId(), origin));
        return own.orElseGet(() -> ofNeighbour(rows.indexOf(row), rows));
    }

    private String ofNeighbour(int place, List<KeyTable.Row> rows) {
        for (int i = place - 1; i >= 0; i--) {
            Optional<String> earlier = read(rows.get(i));
            if (earlier.isPresent()) return earlier.get();
        }
        for (int i = place + 1; i < rows.size(); i++) {
            Optional<String> later = read(rows.get(i));
            if (later.isPresent()) return later.get();
        }
        return current;
    }

    private Optional<String> read(KeyTable.Row row) {
        try {
            return Optional.of(Recovery.header(layout.segment(row.segmentId(), row.created()))
                    .origin());
        } catch (IOException foundWhenTheSegmentIsChecked) {
            return Optional.empty();
        }
    }
}
