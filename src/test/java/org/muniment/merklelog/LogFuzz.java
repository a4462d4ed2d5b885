package org.muniment.merklelog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/// What reads the bytes of a log, for tests that feed it other bytes.
public final class LogFuzz {
    private static final int HISTORY_HEADER_BYTES = 32;
    private static final int HISTORY_ROW_BYTES = 112;

    private LogFuzz() {}

    public interface Reader {
        void read(byte[] bytes, Path scratch) throws Exception;
    }

    public static Map<String, Reader> readers(String origin) {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("entry bundle", (bytes, _) -> EntryBundle.decode(bytes, TileName.entries(0, 15)));
        readers.put("checkpoint", (bytes, _) -> Checkpoint.parse(bytes));
        readers.put("proof", (bytes, _) -> TlogProof.parse(bytes));
        readers.put("history, read", (bytes, scratch) -> history(bytes, scratch, origin));
        readers.put("history, opened", (bytes, scratch) -> {
            Files.write(scratch.resolve(CheckpointHistory.NAME), bytes);
            CheckpointHistory.open(new DurableFiles(scratch), origin).close();
        });
        return readers;
    }

    private static void history(byte[] bytes, Path scratch, String origin) throws Exception {
        Path file = scratch.resolve(CheckpointHistory.NAME);
        Files.write(file, bytes);
        try (var history = CheckpointHistory.read(file, origin)) {
            for (long number = 0; number < history.count(); number++) {
                var _ = history.checkpoint(number);
            }
        }
    }

    /// Makes the checksums of the history's rows right.
    public static void mendHistory(byte[] bytes) {
        for (int at = HISTORY_HEADER_BYTES; at + HISTORY_ROW_BYTES <= bytes.length; at += HISTORY_ROW_BYTES) {
            CRC32C crc = new CRC32C();
            crc.update(bytes, at, HISTORY_ROW_BYTES - Integer.BYTES);
            java.nio.ByteBuffer.wrap(bytes).putInt(at + HISTORY_ROW_BYTES - Integer.BYTES, (int) crc.getValue());
        }
    }
}
