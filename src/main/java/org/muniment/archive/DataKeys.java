package org.muniment.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/// Finds the key of a record: in its own header, or, in a segment of which records were destroyed, among those of the
/// survivors. Always by the row as it is now: the one a record was read with may have been replaced since.
final class DataKeys {
    /// One of a full segment of small mail takes 6 MB.
    private static final int FILES_REMEMBERED_MAX = 8;

    private final Segments segments;
    private final Map<Integer, Survivors> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Survivors> eldest) {
            return size() > FILES_REMEMBERED_MAX;
        }
    };

    DataKeys(Segments segments) {
        this.segments = segments;
    }

    /// Throws [CaptureWasDestroyed], or [StoreIsDamaged].
    SecretKey of(RecordHeader header, String place) throws StoreIsDamaged {
        KeyTable.Row row = segments.holding(header.accession());
        return Primitives.unwrap(wrapped(row, header), segments.keys().keyOf(row), place);
    }

    private WrappedKey wrapped(KeyTable.Row row, RecordHeader header) throws StoreIsDamaged {
        if (row.survivors() == KeyTable.NO_SURVIVORS) return header.dataKey();
        Survivors survivors = survivors(row);
        var authorisation = survivors.destroyedUnder(header.accession());
        if (authorisation.isPresent())
            throw new CaptureWasDestroyed(new AccessionNumber(header.accession()), authorisation.get());
        return survivors.keyOf(header.accession());
    }

    /// Returns the entry under which a record was destroyed; empty if it was not.
    Optional<AccessionNumber> destroyedUnder(long accession) throws StoreIsDamaged {
        KeyTable.Row row = segments.holding(accession);
        if (row.survivors() == KeyTable.NO_SURVIVORS) return Optional.empty();
        return survivors(row).destroyedUnder(accession);
    }

    /// Returns what was destroyed between two numbers, both included, and under which entry.
    SortedMap<AccessionNumber, AccessionNumber> destroyed(long first, long last) throws StoreIsDamaged {
        SortedMap<AccessionNumber, AccessionNumber> found = new TreeMap<>();
        for (KeyTable.Row row : segments.keys().rows()) {
            if (row.survivors() == KeyTable.NO_SURVIVORS || row.firstAccession() > last) continue;
            Survivors survivors = survivors(row);
            for (long index : survivors.destroyed())
                if (index >= first && index <= last)
                    survivors.destroyedUnder(index).ifPresent(under -> found.put(new AccessionNumber(index), under));
        }
        return found;
    }

    /// Returns the survivors that a row names.
    Survivors survivors(KeyTable.Row row) throws StoreIsDamaged {
        synchronized (remembered) {
            Survivors known = remembered.get(row.survivors());
            if (known != null) return known;
            Survivors read = Survivors.read(segments.survivorsFile(row), row);
            remembered.put(row.survivors(), read);
            return read;
        }
    }
}
