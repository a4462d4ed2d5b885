package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// This is a transparency log in a folder, in the layout of C2SP tlog-tiles, byte for byte; beside it lies a
/// history of every checkpoint ever signed.
///
/// After [#open], [#size] is exactly the size of the last signed checkpoint (0 if none was signed): what was
/// appended after it is gone from the log and must be appended again, the same entries in the same order, by
/// the caller, who keeps them durably first. All methods may be called from any thread; [#append] never waits
/// for the disk.
public final class MerkleLog implements SignedTree, AutoCloseable {
    static final String CHECKPOINT = "checkpoint";

    private final LogKey key;
    private final DurableFiles files;
    private final TileFiles tiles;
    private final CheckpointHistory history;
    private final HashTree tree = new HashTree(this::hashes);
    private final Object publishing = new Object();

    // Guarded by this.
    private final TreeEdge edge;
    private Optional<Checkpoint> published;

    // Guarded by publishing: may be one ahead of what is published, if the checkpoint file could not be
    // written.
    private Optional<Checkpoint> signed;

    private MerkleLog(LogKey key, DurableFiles files, CheckpointHistory history, OpenedLog opened) {
        this.key = key;
        this.files = files;
        this.tiles = new TileFiles(files);
        this.history = history;
        this.edge = opened.edge();
        this.published = opened.published();
        this.signed = opened.signed();
    }

    /// Opens the log in this folder (the one that holds `checkpoint`), or begins one. Takes no lock: that
    /// nobody else has it open is the caller's duty. If the last signed checkpoint had not reached its file,
    /// it is put there.
    ///
    /// @throws LogIsDamaged if the tiles are not what was signed, the log was rolled back, or the key is
    /// another
    public static MerkleLog open(Path folder, LogKey key) throws IOException {
        DurableFiles files = new DurableFiles(folder);
        files.ensureFolder();
        CheckpointHistory history = CheckpointHistory.open(files, key.origin());
        try {
            MerkleLog log = new MerkleLog(key, files, history, OpenedLog.read(files, history, key));
            if (!log.signed.equals(log.published)) log.publish();
            return log;
        } catch (IOException | RuntimeException e) {
            history.close();
            throw e;
        }
    }

    public String origin() {
        return key.origin();
    }

    @Override
    public NoteVerifier verifier() {
        return key.verifier();
    }

    /// Returns how many entries were appended, published or not.
    public synchronized long size() {
        return edge.size();
    }

    /// Appends in memory; nothing is written before [#publish]. An entry has at most 65,535 bytes. The caller
    /// must have made the entries durable, for they will be signed, and should stop when [#unpublished] grows
    /// without end.
    public synchronized void append(List<byte[]> entries) {
        for (byte[] entry : entries)
            if (entry.length > EntryBundle.ENTRY_BYTES_MAX)
                throw new IllegalArgumentException("an entry has at most 65,535 bytes, this has " + entry.length);
        for (byte[] entry : entries) edge.append(entry.clone());
    }

    /// Forces the tiles of everything appended, then signs, then atomically replaces the checkpoint. May run
    /// beside [#append]. If it throws, nothing is lost and nothing beyond the durable was signed: call it
    /// again.
    public Checkpoint publish() throws IOException {
        synchronized (publishing) {
            if (signed.isPresent() && !signed.equals(checkpoint())) return show(signed.get());
            Snapshot next = snapshot();
            if (signed.isPresent() && signed.get().size() == next.size()) return signed.get();
            for (var file : next.files().entrySet()) files.write(file.getKey().path(), file.getValue());
            files.forceDirectories();
            Checkpoint checkpoint = Checkpoint.sign(key, next.size(), next.root());
            history.append(checkpoint);
            signed = Optional.of(checkpoint);
            return show(checkpoint);
        }
    }

    private record Snapshot(long size, Hash root, Map<TileName, byte[]> files) {}

    private synchronized Snapshot snapshot() throws IOException {
        long before = published.map(Checkpoint::size).orElse(0L);
        return new Snapshot(edge.size(), tree.root(edge.size()), edge.filesSince(before));
    }

    private Checkpoint show(Checkpoint checkpoint) throws IOException {
        files.replace(CHECKPOINT, checkpoint.bytes());
        long before = checkpoint().map(Checkpoint::size).orElse(0L);
        synchronized (this) {
            published = Optional.of(checkpoint);
            edge.dropFullTiles(checkpoint.size());
            notifyAll();
        }
        tiles.deleteOutgrown(before, checkpoint.size());
        return checkpoint;
    }

    /// When the last checkpoint was published, as the file system has it; nothing before the first.
    public Optional<Instant> publishedAt() throws IOException {
        if (checkpoint().isEmpty()) return Optional.empty();
        return Optional.of(Files.getLastModifiedTime(files.path(CHECKPOINT)).toInstant());
    }

    /// Returns the last published checkpoint; a log in which nothing was ever published has none.
    @Override
    public synchronized Optional<Checkpoint> checkpoint() {
        return published;
    }

    /// Waits until a published checkpoint covers this entry, and returns it; nothing if the time is over before.
    public synchronized Optional<Checkpoint> awaitCheckpoint(long index, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (published.isEmpty() || published.get().size() <= index) {
            long restMillis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (restMillis <= 0) return Optional.empty();
            wait(restMillis);
        }
        return published;
    }

    /// Returns how many entries wait in memory for [#publish].
    public synchronized long unpublished() {
        return edge.size() - published.map(Checkpoint::size).orElse(0L);
    }

    /// Returns the proof that the entry is in the tree of this size, which is at most [#size].
    public synchronized InclusionProof prove(long index, long treeSize) throws IOException {
        Objects.checkIndex(treeSize, edge.size() + 1);
        Objects.checkIndex(index, treeSize);
        return tree.prove(index, treeSize);
    }

    /// Returns the proof that the tree of size `from` is the beginning of the one of size `to`, at most
    /// [#size].
    public synchronized ConsistencyProof consistency(long from, long to) throws IOException {
        Objects.checkIndex(to, edge.size() + 1);
        Objects.checkIndex(from, to + 1);
        return tree.consistency(from, to);
    }

    /// Returns the root of the tree of a size up to [#size], recomputed from the tiles.
    @Override
    public synchronized Hash root(long treeSize) throws IOException {
        Objects.checkIndex(treeSize, edge.size() + 1);
        return tree.root(treeSize);
    }

    public synchronized Hash leaf(long index) throws IOException {
        Objects.checkIndex(index, edge.size());
        return hashes(0, index, 1).getFirst();
    }

    public synchronized byte[] entry(long index) throws IOException {
        Objects.checkIndex(index, edge.size());
        if (edge.holdsEntry(index)) return edge.entry(index).clone();
        return tiles.entry(index);
    }

    /// Returns a tile or bundle of the published tree by its path below the log's folder, byte for byte as its file is;
    /// empty if there is none, or the path is not the one spelling of it.
    public synchronized Optional<LogTile> tile(String path) throws IOException {
        Optional<TileName> name = TileName.parse(path)
                .filter(it -> it.isIn(published.map(Checkpoint::size).orElse(0L)));
        return name.isEmpty() ? Optional.empty() : Optional.of(tile(name.get()));
    }

    private LogTile tile(TileName name) throws IOException {
        long first = name.number() * TileName.WIDTH;
        boolean isFull = name.width() == TileName.WIDTH;
        if (!name.isOfEntries()) return new LogTile(TreeEdge.bytes(hashes(name.level(), first, name.width())), isFull);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < name.width(); i++) entries.add(entry(first + i));
        return new LogTile(EntryBundle.encode(entries), isFull);
    }

    private List<Hash> hashes(int level, long from, int count) throws IOException {
        if (edge.holds(level, from)) return edge.hashes(level, from, count);
        TileName name = TileName.hashes(level, from / TileName.WIDTH, TileName.WIDTH);
        int start = (int) (from % TileName.WIDTH);
        return tiles.hashes(name).subList(start, start + count);
    }

    /// Returns a full check of what is published now, to be fed every entry from 0 in order. The log may grow
    /// meanwhile.
    public LogCheck check() throws IOException {
        return check(Long.MAX_VALUE);
    }

    /// Returns the same of what was published up to a number of entries: what the caller has counted may be less than
    /// what is published meanwhile.
    public LogCheck check(long sizeMax) throws IOException {
        return check(files, sizeMax);
    }

    /// Returns the same of a copy of this log's folder that is written beside it: a mirror's.
    public LogCheck check(Path copy, long sizeMax) throws IOException {
        return check(new DurableFiles(copy), sizeMax);
    }

    private LogCheck check(DurableFiles there, long sizeMax) throws IOException {
        synchronized (publishing) {
            return LogCheck.begin(there, key.verifier(), history.count(), sizeMax);
        }
    }

    /// Returns what is published now, to be copied while the log grows on; empty before the first checkpoint.
    public Optional<PublishedLog> asPublished() throws IOException {
        synchronized (publishing) {
            Optional<Checkpoint> now = checkpoint();
            if (now.isEmpty()) return Optional.empty();
            long ahead = signed.equals(now) ? 0 : 1;
            return Optional.of(new PublishedLog(this, now.get(), files, history.count() - ahead));
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (publishing) {
            history.close();
        }
    }
}
