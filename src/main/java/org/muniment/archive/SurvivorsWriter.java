package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;

/// Writes the keys of those records of a segment that stay, under a new key of the segment. Nothing is destroyed by
/// it: the segment is opened by its old key until the key table names the new one.
final class SurvivorsWriter {
    private final OpenedStore store;
    private final SecureRandom random;

    SurvivorsWriter(OpenedStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    /// Writes the survivors of one segment, reads them again and compares each key. Throws [StoreIsDamaged] if any of
    /// them cannot be read: where something is damaged, nothing is destroyed.
    KeyTable.Rekeyed write(KeyTable.Row row, AccessionRanges going, AccessionNumber authorisation) throws IOException {
        SecretKey key = Primitives.aesKey(randomKey());
        SortedMap<Long, WrappedKey> kept = new TreeMap<>();
        SortedMap<Long, Long> destroyed = new TreeMap<>();
        for (RecordHeader header : headers(row)) {
            long accession = header.accession();
            var earlier = store.opener().keys().destroyedUnder(accession);
            if (earlier.isPresent()) destroyed.put(accession, earlier.get().index());
            else if (going.contains(accession)) destroyed.put(accession, authorisation.index());
            else kept.put(accession, Primitives.wrap(dataKey(header), key));
        }
        int number = nextNumber();
        Path file = store.layout().survivors(number);
        DurableFiles.makeFolder(store.layout().survivors());
        DurableFiles.replace(file, Survivors.encode(number, row.segmentId(), kept, destroyed));
        compare(file, row, number, key);
        return new KeyTable.Rekeyed(row.segmentId(), key, number);
    }

    private byte[] randomKey() {
        byte[] key = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private SecretKey dataKey(RecordHeader header) throws StoreIsDamaged {
        return store.opener().keys().of(header, "accession " + header.accession());
    }

    private List<RecordHeader> headers(KeyTable.Row row) throws IOException {
        long records = store.segments().records(row);
        List<RecordHeader> headers = new ArrayList<>();
        try (var walk = new RecordWalk(store.segments(), store.growth(), row.firstAccession())) {
            for (long i = 0; i < records; i++)
                headers.add(walk.next()
                        .orElseThrow(() -> new StoreIsDamaged("segment " + row.segmentId() + " ends too early"))
                        .header());
        }
        return headers;
    }

    /// What is on disk now, record by record: a key that was lost here would be lost for ever.
    private void compare(Path file, KeyTable.Row row, int number, SecretKey key) throws IOException {
        Survivors written = Survivors.read(file, row.withSurvivors(number));
        for (RecordHeader header : headers(row)) {
            if (written.destroyedUnder(header.accession()).isPresent()) continue;
            SecretKey read = Primitives.unwrap(written.keyOf(header.accession()), key, file.toString());
            if (!Arrays.equals(read.getEncoded(), dataKey(header).getEncoded()))
                throw new StoreIsDamaged(
                        file + ": the key of accession " + header.accession() + " was not written well");
        }
    }

    /// A number no file and no row has.
    private int nextNumber() throws IOException {
        int last = KeyTable.NO_SURVIVORS;
        for (KeyTable.Row row : store.segments().keys().rows()) last = Math.max(last, row.survivors());
        while (Files.exists(store.layout().survivors(last + 1))) last++;
        return last + 1;
    }
}
