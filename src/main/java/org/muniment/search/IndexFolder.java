package org.muniment.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// This is the folder that the index is kept in, and the stamp on it: of what format it is, which log it follows, and
/// how far it has come. The stamp is committed with the index itself, so that the two cannot disagree.
final class IndexFolder {
    /// The version of everything that decides what is in the index: fields, words, stems, MIME reading. One more at
    /// every change.
    static final String FORMAT = "3";

    private static final String FORMAT_KEY = "muniment.format";
    private static final String LOG_KEY = "muniment.log";
    private static final String POSITION_KEY = "muniment.position";

    private IndexFolder() {}

    /// Opens the folder; it does not look into the index yet.
    static Directory open(Path folder) throws IOException {
        return FSDirectory.open(folder);
    }

    /// Returns why the index cannot be continued for that log with that many entries; nothing if it can, or if there
    /// is none.
    static Optional<String> whyUnusable(Directory directory, String log, long size) throws IOException {
        try {
            if (!DirectoryReader.indexExists(directory)) return Optional.empty();
            var stamp = SegmentInfos.readLatestCommit(directory).getUserData();
            if (stamp.isEmpty()) return Optional.empty();
            if (!FORMAT.equals(stamp.get(FORMAT_KEY)))
                return Optional.of("it is of format " + stamp.get(FORMAT_KEY) + ", and this is format " + FORMAT);
            if (!log.equals(stamp.get(LOG_KEY)))
                return Optional.of("it was made from another log, " + stamp.get(LOG_KEY));
            if (position(stamp) > size)
                return Optional.of("it has seen " + position(stamp) + " entries of a log that has only " + size);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException damage) {
            if (isDamageAtOpening(damage))
                return Optional.of("it is damaged (" + damage.getClass().getSimpleName() + ")");
            throw damage;
        }
    }

    /// Whether a failure says of itself that the index is bad, whenever it happens.
    static boolean isDamage(Throwable failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof IndexFormatTooNewException;
    }

    /// Whether a failure, or what caused it, says so.
    static boolean isDamageWithin(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) if (isDamage(cause)) return true;
        return false;
    }

    /// Whether a failure to open the index means that it is bad, and not the disk.
    static boolean isDamageAtOpening(Throwable failure) {
        return isDamage(failure)
                || failure instanceof NoSuchFileException
                || failure instanceof FileNotFoundException
                || failure instanceof EOFException
                || failure instanceof IllegalArgumentException;
    }

    /// Deletes the whole index. It is derived: the archive has everything that was in it.
    static void empty(Directory directory) throws IOException {
        for (var file : directory.listAll()) if (!file.equals("write.lock")) directory.deleteFile(file);
        directory.syncMetaData();
    }

    static Map<String, String> stamp(String log, long position) {
        var stamp = new HashMap<String, String>();
        stamp.put(FORMAT_KEY, FORMAT);
        stamp.put(LOG_KEY, log);
        stamp.put(POSITION_KEY, Long.toString(position));
        return stamp;
    }

    /// Returns how many entries of the log are in an index with that stamp.
    static long position(Map<String, String> stamp) {
        return Long.parseLong(stamp.getOrDefault(POSITION_KEY, "0"));
    }
}
