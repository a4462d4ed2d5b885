package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// This is a full check of a log's folder in one pass. The caller feeds it the entries it keeps itself, from
/// 0 to [#size]; it compares every tile and entry bundle with them, and every checkpoint ever signed:
/// signature, order and root.
public final class LogCheck implements AutoCloseable {
    private static final int FINDINGS_MAX = 1_000;
    // Stands for an entry that neither the caller nor the log can show; none is empty.
    private static final byte[] UNKNOWN = {};

    private final DurableFiles files;
    private final Optional<NoteVerifier> key;
    private final CheckpointHistory history;
    private final long checkpoints;
    private final long size;
    private final TileComparison tiles;
    private final LeavesOfLog own;
    private final RootCalculator tree = new RootCalculator();
    private final List<List<Hash>> edge = new ArrayList<>();
    // For each level the widths its last tile had when a checkpoint was signed: these partial tiles must be there.
    private final List<SortedSet<Integer>> signedWidths = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private long checked;
    private Optional<Checkpoint> due = Optional.empty();

    private LogCheck(
            DurableFiles files, Optional<NoteVerifier> key, CheckpointHistory history, long checkpoints, long size) {
        this.files = files;
        this.key = key;
        this.history = history;
        this.checkpoints = checkpoints;
        this.size = size;
        this.tiles = new TileComparison(files, this::find);
        this.own = new LeavesOfLog(new TileFiles(files), size);
    }

    static LogCheck begin(DurableFiles files, NoteVerifier key, long checkpoints, long sizeMax) throws IOException {
        CheckpointHistory history = CheckpointHistory.read(files.path(CheckpointHistory.NAME), key.name());
        return begin(files, Optional.of(key), history, checkpoints, sizeMax);
    }

    /// Begins a check of a log in a folder that nobody writes to, such as a copy. Without a key signatures are not
    /// looked at.
    public static LogCheck of(Path folder, String origin, Optional<NoteVerifier> key) throws IOException {
        DurableFiles files = new DurableFiles(folder);
        CheckpointHistory history = CheckpointHistory.read(files.path(CheckpointHistory.NAME), origin);
        return begin(files, key, history, history.count(), Long.MAX_VALUE);
    }

    private static LogCheck begin(
            DurableFiles files, Optional<NoteVerifier> key, CheckpointHistory history, long checkpoints, long sizeMax)
            throws IOException {
        try {
            Optional<Checkpoint> newest = last(history, checkpoints);
            long compared = checkpoints;
            Optional<Checkpoint> last = newest;
            while (last.isPresent() && last.get().size() > sizeMax) last = last(history, --compared);
            LogCheck check = new LogCheck(
                    files, key, history, compared, last.map(Checkpoint::size).orElse(0L));
            check.checkCheckpointFile(newest);
            check.nextCheckpoint();
            check.compareCheckpoints();
            return check;
        } catch (IOException | RuntimeException e) {
            history.close();
            throw e;
        }
    }

    private static Optional<Checkpoint> last(CheckpointHistory history, long count) throws IOException {
        if (count == 0) return Optional.empty();
        Optional<Checkpoint> last = history.checkpoint(count - 1);
        if (last.isPresent()) return last;
        throw new LogIsDamaged("the last record of " + CheckpointHistory.NAME + " fails its checksum");
    }

    /// Returns how many entries are to be fed: the published size when the check began.
    public long size() {
        return size;
    }

    /// Takes the next entry, as the caller derives it from its own records.
    public void next(byte[] entry) throws IOException {
        take(Hash.ofLeaf(entry), entry.clone());
    }

    /// Takes the log's own word for the next entry, which the caller cannot read any more: so what follows it is
    /// compared all the same. Throws [LogIsDamaged] if the log cannot tell either.
    public void skip() throws IOException {
        Hash leaf = own.leaf(tree.size());
        take(leaf, own.entry(tree.size(), leaf).orElse(UNKNOWN));
    }

    /// Takes the next entry as the log itself has it, and returns it: for whoever has the log alone.
    public byte[] nextOwn() throws IOException {
        byte[] entry = own.text(tree.size());
        next(entry);
        return entry;
    }

    /// Returns the root of the tree over all entries fed so far.
    public Hash root() {
        return tree.root();
    }

    private void take(Hash leaf, byte[] entry) throws IOException {
        if (tree.size() == size) throw new IllegalStateException("the log of size " + size + " was fed already");
        tree.append(leaf);
        entries.add(entry);
        if (entries.size() == TileName.WIDTH) compareEntries(entries.size());
        append(0, leaf);
        compareCheckpoints();
    }

    private void append(int level, Hash hash) throws IOException {
        if (edge.size() == level) {
            edge.add(new ArrayList<>());
            signedWidths.add(new TreeSet<>());
        }
        List<Hash> tile = edge.get(level);
        tile.add(hash);
        if (tile.size() < TileName.WIDTH) return;
        long number = (tree.size() >> (8 * (level + 1))) - 1;
        tiles.compareHashes(TileName.hashes(level, number, TileName.WIDTH), tile);
        append(level + 1, TreeEdge.perfectRoot(tile));
        tile.clear();
        signedWidths.get(level).clear();
    }

    private void compareEntries(int width) throws IOException {
        TileName name = TileName.entries((tree.size() - 1) / TileName.WIDTH, width);
        List<byte[]> expected = entries.subList(0, width);
        if (expected.contains(UNKNOWN)) find(name.path() + " does not hold the entries that were signed");
        else tiles.compareEntries(name, expected);
        if (width == TileName.WIDTH) entries.clear();
    }

    private void checkCheckpointFile(Optional<Checkpoint> last) throws IOException {
        try {
            Checkpoint shown = Checkpoint.parse(files.read(MerkleLog.CHECKPOINT));
            if (key.isPresent()) LogVerifier.verify(shown, key.get());
            long signed = last.map(Checkpoint::size).orElse(0L);
            if (shown.size() > signed)
                find("the checkpoint file says size " + shown.size() + ", but the history of what was signed ends at "
                        + signed);
            if (last.isPresent() && shown.size() < last.get().size())
                find("the checkpoint file says size " + shown.size() + ", but size "
                        + last.get().size() + " was signed");
            if (last.isPresent() && shown.size() == last.get().size() && !shown.equals(last.get()))
                find("the checkpoint file and the history name different roots for size " + shown.size() + ": a fork");
        } catch (NoteIsMalformed | ProofIsInvalid e) {
            find("the checkpoint file is not a checkpoint of this log: " + e.getMessage());
        } catch (NoSuchFileException missing) {
            if (last.isPresent())
                find("the checkpoint file is missing, though size " + last.get().size() + " was signed");
        }
    }

    private void nextCheckpoint() throws IOException {
        due = Optional.empty();
        while (due.isEmpty() && checked < checkpoints) {
            due = history.checkpoint(checked++);
            if (due.isEmpty())
                find("record " + (checked - 1) + " of " + CheckpointHistory.NAME + " fails its checksum");
        }
    }

    private void compareCheckpoints() throws IOException {
        while (due.isPresent() && due.get().size() <= tree.size()) {
            Checkpoint signed = due.get();
            if (signed.size() < tree.size())
                find("size " + signed.size() + " was signed after size " + tree.size() + " or a larger one");
            else if (!signed.root().equals(tree.root()))
                find("the root signed for size " + signed.size() + " is not that of the entries kept");
            verify(signed);
            for (int level = 0; level < edge.size(); level++)
                signedWidths.get(level).add(edge.get(level).size());
            nextCheckpoint();
        }
    }

    private void verify(Checkpoint signed) {
        try {
            if (key.isPresent()) LogVerifier.verify(signed, key.get());
        } catch (ProofIsInvalid e) {
            find("the checkpoint of size " + signed.size() + " is not signed by the log's key: " + e.getMessage());
        }
    }

    /// Ends the check and returns what is wrong, one sentence each, at most 1,000; empty when every byte is
    /// as signed.
    public List<String> findings() throws IOException {
        if (tree.size() < size)
            find("only " + tree.size() + " entries are kept, but a log of size " + size + " was signed");
        else checkPartialTiles();
        return List.copyOf(findings);
    }

    private void checkPartialTiles() throws IOException {
        for (int level = 0; level < edge.size(); level++) {
            long number = tree.size() >> (8 * (level + 1));
            for (int width : signedWidths.get(level)) {
                if (width == 0) continue;
                tiles.compareHashes(
                        TileName.hashes(level, number, width), edge.get(level).subList(0, width));
                if (level == 0) compareEntries(width);
            }
        }
    }

    private void find(String sentence) {
        if (findings.size() < FINDINGS_MAX) findings.add(sentence);
    }

    @Override
    public void close() throws IOException {
        history.close();
    }
}
