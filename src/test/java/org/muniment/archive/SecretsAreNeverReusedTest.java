package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.merklelog.Hash;

/// What was encrypted twice with the same key and nonce is open to whoever compares the two; a round trip shows nothing
/// of it.
class SecretsAreNeverReusedTest {
    private static final int SMALL = 40;
    private static final int CHUNKS = 4;

    @TempDir
    Path folder;

    private Fixture fixture;

    @BeforeEach
    void makeStore() throws IOException {
        fixture = new Fixture(folder);
        try (var archive = fixture.open()) {
            byte[] large = new byte[CHUNKS * BodyCipher.CHUNK_BYTES - 5_000];
            new Random(1).nextBytes(large);
            Fixture.keep(archive, Fixture.file(), large);
            for (int i = 0; i < SMALL; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(i), 300));
            archive.record(new LifecycleEvent("secrets", "{}"));
        }
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private OpenedStore opened() throws IOException {
        return OpenedStore.open(
                fixture.data(), fixture.settings, fixture.alarms, fixture.clock, new Workbenches(Workbench::new));
    }

    @Test
    void noTwoRecordsShareAKeyANonceAnIdOrASalt() throws IOException {
        Set<String> secrets = new HashSet<>();
        try (var store = opened()) {
            for (long number = 0; number < store.growth().size(); number++) {
                StoredRecord record = store.record(new AccessionNumber(number));
                RecordHeader header = record.header();
                var segmentKey = store.segments().keys().keyOf(record.row());
                var dataKey = Primitives.unwrap(header.dataKey(), segmentKey, record.place());
                add(secrets, "data key of " + number, dataKey.getEncoded());
                add(secrets, "nonce of " + number, header.names().noncePrefix());
                add(secrets, "id of " + number, header.names().recordId());
                try (InputStream content = store.opener().stream(record)) {
                    add(
                            secrets,
                            "salt of " + number,
                            RecordContent.readHead(content, "").salt());
                }
            }
            for (KeyTable.Row row : store.segments().keys().rows())
                add(
                        secrets,
                        "key of segment " + row.segmentId(),
                        store.segments().keys().keyOf(row).getEncoded());
            assertThat(secrets)
                    .hasSize(4 * (SMALL + 2) + store.segments().keys().rows().size());
        }
    }

    private static void add(Set<String> secrets, String name, byte[] secret) {
        assertThat(secrets.add(HexFormat.of().formatHex(secret)))
                .as("the " + name + " is a new one")
                .isTrue();
    }

    /// Two that share one could take each other's place.
    @Test
    void noTwoChunksShareANonce() throws IOException {
        try (var store = opened();
                var channel = writable(store)) {
            StoredRecord large = store.record(new AccessionNumber(0));
            for (int one = 0; one < CHUNKS - 1; one++)
                for (int other = one + 1; other < CHUNKS - 1; other++) {
                    swap(channel, large, one, other);
                    int at = one;
                    assertThatThrownBy(() -> readWhole(store))
                            .isInstanceOf(StoreIsDamaged.class)
                            .hasMessageContaining("chunk " + at + " of the body is not what was encrypted");
                    swap(channel, large, one, other);
                }
            var _ = readWhole(store);
        }
    }

    private static void swap(FileChannel channel, StoredRecord record, int one, int other) throws IOException {
        ByteBuffer first = ByteBuffer.allocate(BodyCipher.SEALED_CHUNK_BYTES);
        ByteBuffer second = ByteBuffer.allocate(BodyCipher.SEALED_CHUNK_BYTES);
        long firstAt = record.bodyOffset() + (long) one * BodyCipher.SEALED_CHUNK_BYTES;
        long secondAt = record.bodyOffset() + (long) other * BodyCipher.SEALED_CHUNK_BYTES;
        DurableFiles.readFully(channel, first, firstAt);
        DurableFiles.readFully(channel, second, secondAt);
        DurableFiles.writeFully(channel, second.flip(), firstAt);
        DurableFiles.writeFully(channel, first.flip(), secondAt);
    }

    @Test
    void aBodyThatEndsAtAnEarlierChunkIsNotOpened() throws IOException {
        try (var store = opened();
                var channel = writable(store)) {
            StoredRecord large = store.record(new AccessionNumber(0));
            RecordHeader header = large.header();
            var cut = new RecordHeader(
                    header.type(),
                    header.flags(),
                    header.accession(),
                    header.names(),
                    header.dictionaryId(),
                    2L * BodyCipher.SEALED_CHUNK_BYTES,
                    header.leaf(),
                    header.dataKey(),
                    header.entry(),
                    header.entryLength());
            ByteBuffer bytes = ByteBuffer.allocate(header.bodyAt());
            cut.write(bytes);
            DurableFiles.writeFully(channel, bytes.flip(), large.bodyOffset() - header.bodyAt());
            assertThatThrownBy(() -> readWhole(store))
                    .isInstanceOf(StoreIsDamaged.class)
                    .hasMessageContaining("chunk 1 of the body is not what was encrypted");
        }
    }

    private static FileChannel writable(OpenedStore store) throws IOException {
        Path file = store.segments().file(store.segments().holding(0));
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Hash readWhole(OpenedStore store) throws IOException {
        try (InputStream content = store.opener().stream(store.record(new AccessionNumber(0)))) {
            return Hash.of(Primitives.sha256().digest(content.readAllBytes()));
        }
    }
}
