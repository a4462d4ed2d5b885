package org.muniment.archive;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.PublishedLog;

/// This copies a store while it is written to. Segments that have ended never change, so that only new ones travel.
/// Root
/// keys are never copied, nor the keys by which retries are recognised: those are made anew.
public final class StoreCopy {
    private final OpenedStore store;
    private final Set<String> damaged = new LinkedHashSet<>();

    StoreCopy(OpenedStore store) {
        this.store = store;
    }

    /// A copy of a store, file by file.
    ///
    /// @param checkpoint what its log has signed; empty before the first
    /// @param entries how many it has; those behind the checkpoint are signed when the copy is opened
    /// @param damaged a sentence for each file whose bytes are not what was written, as far as they were looked at
    public record Copied(
            String origin,
            Optional<Checkpoint> checkpoint,
            long entries,
            List<CopiedFile> files,
            List<String> damaged) {}

    /// Copies the segments that have ended and the log's tiles, adding to what an older copy has; that stays whole.
    ///
    /// @param to a folder laid out as a data folder is
    /// @param known what is known of a file of an older copy
    public List<CopiedFile> copyEnded(Path to, Function<Path, Optional<CopiedFile>> known, Progress progress)
            throws IOException {
        var copy = new SegmentCopy(new StoreLayout(to), known, damaged::add);
        List<CopiedFile> files = new ArrayList<>();
        List<KeyTable.Row> ended = ended(store.segments().keys().rows());
        long done = 0;
        for (KeyTable.Row row : ended) {
            if (!copy.isToBeReplaced(row))
                copy.ended(store.segments().file(row), row, new StoreLayout(to)).ifPresent(files::add);
            progress.reached(++done, ended.size());
        }
        Optional<PublishedLog> log = log();
        if (log.isPresent()) log.get().writeTiles(new StoreLayout(to).log(origin()));
        return files;
    }

    /// Whether the bytes of a file are what it was sealed with, if it is a segment that was.
    public static boolean isAsSealed(Path file) throws IOException {
        return !file.toString().endsWith(StoreLayout.SEGMENT_SUFFIX) || SegmentCopy.isAsSealed(file);
    }

    private static List<KeyTable.Row> ended(List<KeyTable.Row> rows) {
        return rows.subList(0, Math.max(0, rows.size() - 1));
    }

    private Optional<PublishedLog> log() throws IOException {
        return store.log().isEmpty() ? Optional.empty() : store.log().get().asPublished();
    }

    private String origin() {
        return store.identity().origin();
    }

    /// Copies all of it. The log comes first and the segments last, so that nothing is signed that the copy lacks.
    ///
    /// @param to where segments that have ended and tiles go, as with [#copyEnded]
    /// @param staged where all else goes, laid out the same, to be moved to its places in `to` at once
    public Copied copyAll(Path to, Path staged, Function<Path, Optional<CopiedFile>> known) throws IOException {
        var there = new StoreLayout(staged);
        Optional<PublishedLog> log = log();
        if (log.isPresent()) {
            log.get().writeTiles(new StoreLayout(to).log(origin()));
            log.get().writeHead(there.log(origin()));
        }
        List<CopiedFile> files = new ArrayList<>();
        for (Path head : filesIn(there.logs())) files.add(CopiedFile.read(head));
        // The table before all others: every file with survivors' keys that it names was there before it.
        Path table = store.layout().keyTable();
        if (Files.exists(table)) files.add(CopiedFile.of(table, staged.resolve(inStore(table))));
        for (Path file : beside())
            if (!file.equals(table)) files.add(CopiedFile.of(file, staged.resolve(inStore(file))));
        List<KeyTable.Row> rows = Files.exists(there.keyTable()) ? KeyTable.read(there.keyTable()) : List.of();
        long size = rows.isEmpty() ? 0 : Math.min(store.growth().size(), endOf(rows.getLast()));
        var segments = new SegmentCopy(new StoreLayout(to), known, damaged::add);
        for (KeyTable.Row row : ended(rows))
            segments.ended(store.segments().file(row), row, there).ifPresent(files::add);
        if (!rows.isEmpty() && Files.exists(store.segments().file(rows.getLast())))
            files.add(segments.open(store.segments().file(rows.getLast()), rows.getLast(), size, there));
        return new Copied(origin(), log.map(PublishedLog::checkpoint), size, files, List.copyOf(damaged));
    }

    /// Where a segment's numbers end if another was begun since.
    private long endOf(KeyTable.Row row) {
        return store.segments().keys().rows().stream()
                .filter(later -> later.segmentId() > row.segmentId())
                .mapToLong(KeyTable.Row::firstAccession)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /// All files of the store but segments, the log's own and keys that stay at home.
    private List<Path> beside() throws IOException {
        StoreLayout layout = store.layout();
        List<Path> files = new ArrayList<>();
        for (Path key : filesIn(layout.keys())) if (SecretFiles.mayLeave(layout, key)) files.add(key);
        for (Path file : filesIn(layout.segments()))
            if (file.toString().endsWith(StoreLayout.TORN_SUFFIX)) files.add(file);
        for (Path file : filesIn(layout.logs())) if (mayBeCopied(layout, file)) files.add(file);
        return files;
    }

    /// Anchors, and what a log of a former origin left; not what the log writes now, nor tiles.
    private boolean mayBeCopied(StoreLayout layout, Path file) {
        if (DurableFiles.folderOf(file).equals(layout.log(origin()))) return false;
        for (Path part : layout.logs().relativize(file)) if (part.toString().equals("tile")) return false;
        return !file.toString().endsWith(".new");
    }

    /// As text: the store may lie on another file system than its copy, as one with a mirror does.
    private String inStore(Path file) {
        return store.layout().dataFolder().relativize(file).toString();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        // A folder may be a link to another disk: what lies there is the store's.
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
