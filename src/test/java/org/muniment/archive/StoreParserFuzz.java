package org.muniment.archive;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.muniment.merklelog.LogFuzz;

/// This is a program that feeds what reads a store with bytes that are nearly those of a real one, half of them with
/// their checksums made right again, for so many seconds. It ends with 1 at the first thing that is no refusal.
final class StoreParserFuzz {
    private static final String ORIGIN = "muniment.example/c523dff148d1";
    private static final Consumer<byte[]> NOTHING_TO_MEND = _ -> {};

    private final List<Target> targets = new ArrayList<>();
    private final Path scratch;

    private record Target(String name, byte[] real, Consumer<byte[]> mend, LogFuzz.Reader reader) {}

    private StoreParserFuzz(Path golden, Path scratch) throws Exception {
        this.scratch = scratch;
        Path store = golden.resolve("data/store");
        for (int number = 1; number <= 4; number++) segment(store.resolve("seg/2026/00000000000" + number + ".seg"));
        byte[] index = Files.readAllBytes(store.resolve("seg/2026/000000000001.idx"));
        add("index", index, StoreParserFuzz::mendIndex, (bytes, folder) -> {
            Path file = Files.write(folder.resolve("index"), bytes);
            for (long accession = 0; accession < 4; accession++) SegmentIndex.find(file, 1, 0, accession);
        });
        byte[] table = Files.readAllBytes(store.resolve("keys/segments"));
        add(
                "key table",
                table,
                StoreParserFuzz::mendTable,
                (bytes, folder) -> KeyTable.read(Files.write(folder.resolve("segments"), bytes)));
        byte[] duplicates = Files.readAllBytes(store.resolve("keys/duplicates"));
        add(
                "duplicate keys",
                duplicates,
                NOTHING_TO_MEND,
                (bytes, folder) -> DuplicateKeys.read(Files.write(folder.resolve("duplicates"), bytes)));
        byte[] identity = Files.readAllBytes(store.resolve("keys/store"));
        add("identity", identity, NOTHING_TO_MEND, (bytes, folder) -> {
            var layout = new StoreLayout(folder);
            Files.createDirectories(layout.keys());
            Files.write(layout.identity(), bytes);
            StoreIdentity.read(layout);
        });
        log(store.resolve("log").resolve(ORIGIN));
    }

    private void segment(Path file) throws Exception {
        byte[] real = Files.readAllBytes(file);
        long first = Recovery.header(file).firstAccession();
        add(
                "segment header",
                real,
                StoreParserFuzz::mendSegment,
                (bytes, folder) -> Recovery.header(Files.write(folder.resolve("segment"), bytes)));
        add(
                "recovery's scan",
                real,
                StoreParserFuzz::mendSegment,
                (bytes, folder) -> SegmentTail.read(Files.write(folder.resolve("segment"), bytes), first));
        add(
                "salvaging scan",
                real,
                StoreParserFuzz::mendSegment,
                (bytes, folder) -> SegmentIndex.scan(Files.write(folder.resolve("segment"), bytes), first, 6));
        add("public check", real, StoreParserFuzz::mendSegment, (bytes, folder) -> {
            Path there = Files.createDirectories(folder.resolve("copy/store/seg/2026"));
            Files.write(there.resolve("000000000001.seg"), bytes);
            PublicCheck.withoutKey(folder.resolve("copy"), Progress.UNSEEN);
        });
    }

    private void log(Path log) throws Exception {
        var readers = LogFuzz.readers(ORIGIN);
        byte[] checkpoint = Files.readAllBytes(log.resolve("checkpoint"));
        String proof = "c2sp.org/tlog-proof@v1\nindex 3\nqu2qZCZ8bXZ9wqQ0Lw5xF3Nn4h8y0c6Jz8zQ7hVv3bk=\n\n";
        byte[] bundle = Files.readAllBytes(log.resolve("tile/entries/000.p/15"));
        byte[] history = Files.readAllBytes(log.resolve("checkpoint-history"));
        add("entry bundle", bundle, NOTHING_TO_MEND, readers.get("entry bundle"));
        add("checkpoint", checkpoint, NOTHING_TO_MEND, readers.get("checkpoint"));
        byte[] whole = new java.io.ByteArrayOutputStream() {
            {
                writeBytes(proof.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                writeBytes(checkpoint);
            }
        }.toByteArray();
        add("proof", whole, NOTHING_TO_MEND, readers.get("proof"));
        add("history, read", history, LogFuzz::mendHistory, readers.get("history, read"));
        add("history, opened", history, LogFuzz::mendHistory, readers.get("history, opened"));
    }

    private void add(String name, byte[] real, Consumer<byte[]> mend, LogFuzz.Reader reader) {
        targets.add(new Target(name, real, mend, reader));
    }

    /// Makes right what a segment says of itself, wherever a header, a frame, a record or a trailer seems to begin.
    private static void mendSegment(byte[] bytes) {
        ByteBuffer to = ByteBuffer.wrap(bytes);
        if (bytes.length >= SegmentHeader.SIZE_BYTES) mend(to, 0, SegmentHeader.SIZE_BYTES - Integer.BYTES);
        for (int at = SegmentHeader.SIZE_BYTES; at + 128 <= bytes.length; at += FrameScan.ALIGNMENT) {
            if (to.getInt(at) == FrameHeader.MAGIC) mend(to, at, FrameHeader.SIZE_BYTES - Integer.BYTES);
            if (to.getInt(at) == RecordHeader.MAGIC) mendRecord(to, at);
        }
        int trailer = bytes.length - SegmentTrailer.SIZE_BYTES;
        if (trailer >= SegmentHeader.SIZE_BYTES && to.getInt(trailer) == SegmentTrailer.MAGIC)
            mend(to, trailer, SegmentTrailer.SIZE_BYTES - Integer.BYTES);
    }

    private static void mend(ByteBuffer bytes, int at, int length) {
        bytes.putInt(at + length, Checksum.of(bytes, at, length));
    }

    private static void mendRecord(ByteBuffer bytes, int at) {
        int entry = Short.toUnsignedInt(bytes.getShort(at + 34));
        if (at + RecordHeader.FIXED_BYTES + entry > bytes.capacity()) return;
        var crc = new java.util.zip.CRC32C();
        crc.update(bytes.slice(at, 120));
        crc.update(bytes.slice(at + RecordHeader.FIXED_BYTES, entry));
        bytes.putInt(at + 120, (int) crc.getValue());
    }

    private static void mendIndex(byte[] bytes) {
        ByteBuffer to = ByteBuffer.wrap(bytes);
        if (bytes.length >= 40) mend(to, 0, 36);
    }

    private static void mendTable(byte[] bytes) {
        ByteBuffer to = ByteBuffer.wrap(bytes);
        if (bytes.length >= 24) mend(to, 0, 20);
        for (int at = 24; at + 80 <= bytes.length; at += 80) mend(to, at, 76);
    }

    private long run(long seed, long seconds) {
        var random = new Random(seed);
        var mutator = new Mutator(random);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long tries = 0;
        for (; System.nanoTime() < end; tries++) {
            Target target = targets.get(random.nextInt(targets.size()));
            byte[] bytes = mutator.mutated(target.real);
            if (random.nextBoolean()) target.mend.accept(bytes);
            try {
                target.reader.read(bytes, scratch);
            } catch (Throwable thrown) {
                if (!isRefusal(thrown)) throw new AssertionError(target.name + ": " + shown(bytes), thrown);
            }
        }
        return tries;
    }

    /// Only what the product says in a sentence of its own, or that a file ends.
    private static boolean isRefusal(Throwable thrown) {
        return thrown.getClass().getName().startsWith("org.muniment.")
                || thrown instanceof EOFException
                || thrown instanceof NoSuchFileException;
    }

    private static String shown(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return hex.length() <= 20_000 ? hex : hex.substring(0, 20_000) + "...";
    }

    /// Arguments: the golden store, a folder to write in, seed, seconds.
    public static void main(String[] arguments) throws Exception {
        var fuzz = new StoreParserFuzz(Path.of(arguments[0]), Path.of(arguments[1]));
        try {
            long tries = fuzz.run(Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
            System.out.println("ok " + tries);
        } catch (AssertionError found) {
            found.printStackTrace(System.out);
            System.out.println("found");
        }
    }
}
