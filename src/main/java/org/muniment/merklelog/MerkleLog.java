package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// This is a transparency log in a folder, in the layout of C2SP tlog-tiles, byte for byte.
///
/// After [#open], [#size] is the size of the last signed checkpoint: whatever was appended after it is gone from the
/// log
/// and must be appended again, the same entries in the same order, by the caller, who keeps them durably first.
@SuppressWarnings("DoNotCallSuggester")
public final class MerkleLog implements AutoCloseable {
    /// Opens the log in this folder (the one that holds `checkpoint`), or begins one.
    ///
    /// @throws LogIsDamaged if the tiles do not hash to the signed root, or the key is another one
    public static MerkleLog open(Path folder, LogKey key) throws IOException {
        throw new IllegalStateException("not yet");
    }

    public String origin() {
        throw new IllegalStateException("not yet");
    }

    /// Returns how many entries were appended, published or not.
    public long size() {
        throw new IllegalStateException("not yet");
    }

    /// Appends in memory; nothing is written before [#publish]. An entry has at most 65,535 bytes.
    /// The caller must have made the entries durable, for they will be signed.
    public void append(List<byte[]> entries) {
        throw new IllegalStateException("not yet");
    }

    /// Forces the tiles of everything appended, then signs and atomically replaces the checkpoint. May run beside
    /// [#append]. If it fails nothing is lost: call it again.
    public Checkpoint publish() throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns the last published checkpoint; a log in which nothing was ever published has none.
    public Optional<Checkpoint> checkpoint() {
        throw new IllegalStateException("not yet");
    }

    public InclusionProof prove(long index, long treeSize) throws IOException {
        throw new IllegalStateException("not yet");
    }

    public ConsistencyProof consistency(long from, long to) throws IOException {
        throw new IllegalStateException("not yet");
    }

    public Hash leaf(long index) throws IOException {
        throw new IllegalStateException("not yet");
    }

    public byte[] entry(long index) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns a full check of all that is on disk, to be fed every entry from 0 in order.
    public LogCheck check() throws IOException {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() throws IOException {
        throw new IllegalStateException("not yet");
    }
}
