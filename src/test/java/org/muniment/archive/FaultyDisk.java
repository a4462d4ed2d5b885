package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A disk that keeps only what was forced. It fails when its seed says so, as disks do: a force that failed is never
/// made good by the next one. After a power cut, sectors and names that were not forced are there or not, in any
/// order.
final class FaultyDisk {
    private static final int SECTOR_BYTES = 512;

    private final Random random;
    private final Map<Path, List<Write>> unforced = new HashMap<>();
    private final Map<Path, List<Write>> lost = new HashMap<>();
    private final Map<Path, List<Name>> unforcedNames = new HashMap<>();
    private int operationsLeft = Integer.MAX_VALUE;
    private double failing;
    private boolean dead;
    private boolean readOnly;

    /// What a write overwrote.
    private record Write(long at, byte[] before, int length, long sizeBefore) {}

    /// A name that was made or changed, with what the file held before; empty if there was none.
    private record Name(Path file, byte[] before, boolean existed) {}

    FaultyDisk(Random random) {
        this.random = random;
    }

    /// From now on each write and force fails with this probability, and after some operations everything does.
    synchronized void turnBad(double failing, int operationsLeft) {
        this.failing = failing;
        this.operationsLeft = operationsLeft;
    }

    /// As the kernel does after errors: what is open can be read, nothing can be written or made.
    synchronized void turnReadOnly() {
        readOnly = true;
    }

    synchronized boolean isDead() {
        return dead;
    }

    synchronized void die() {
        dead = true;
    }

    /// Undoes what was not forced, in parts, and works again.
    synchronized void powerCutAndBack() throws IOException {
        for (var names : unforcedNames.values()) for (Name name : names.reversed()) maybeUndo(name);
        undo(unforced);
        undo(lost);
        unforced.clear();
        lost.clear();
        unforcedNames.clear();
        failing = 0;
        operationsLeft = Integer.MAX_VALUE;
        dead = false;
    }

    private void maybeUndo(Name name) throws IOException {
        if (random.nextBoolean()) return;
        if (name.existed) Files.write(name.file, name.before);
        else Files.deleteIfExists(name.file);
        unforced.remove(name.file);
        lost.remove(name.file);
    }

    private void undo(Map<Path, List<Write>> writes) throws IOException {
        for (var entry : writes.entrySet()) {
            if (!Files.exists(entry.getKey())) continue;
            try (var channel = FileChannel.open(entry.getKey(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                for (Write write : entry.getValue().reversed()) undo(channel, write);
            }
        }
    }

    private void undo(FileChannel channel, Write write) throws IOException {
        boolean all = random.nextBoolean();
        if (all && channel.size() == write.at + write.length && write.sizeBefore < channel.size())
            channel.truncate(write.sizeBefore);
        for (int from = 0; from < write.length; from += SECTOR_BYTES) {
            if (!all && random.nextBoolean()) continue;
            int to = Math.min(write.length, from + SECTOR_BYTES);
            if (write.at + from >= channel.size()) continue;
            channel.write(ByteBuffer.wrap(write.before, from, to - from), write.at + from);
        }
    }

    synchronized void beforeWrite(Path file, FileChannel real, ByteBuffer bytes, long at) throws IOException {
        operation();
        long size = real.size();
        byte[] before = new byte[bytes.remaining()];
        if (at < size)
            DurableFiles.readFully(real, ByteBuffer.wrap(before, 0, (int) Math.min(before.length, size - at)), at);
        unforced.computeIfAbsent(file, any -> new ArrayList<>()).add(new Write(at, before, before.length, size));
        // A short write: the caller must go on with the rest.
        if (before.length > 1 && random.nextInt(20) == 0)
            bytes.limit(bytes.position() + 1 + random.nextInt(before.length - 1));
        if (random.nextDouble() < failing) {
            bytes.limit(bytes.position() + random.nextInt(bytes.remaining() + 1));
            real.write(bytes, at);
            throw new IOException("simulated: input/output error on write");
        }
    }

    synchronized void truncated(Path file) {
        // Recovery truncates what nobody was told of; that it may come back is what the next recovery sees.
        unforced.remove(file);
    }

    synchronized void force(Path file) throws IOException {
        operation();
        if (random.nextDouble() < failing) {
            List<Write> dropped = unforced.remove(file);
            if (dropped != null)
                lost.computeIfAbsent(file, any -> new ArrayList<>()).addAll(dropped);
            throw new IOException("simulated: input/output error on force");
        }
        List<Write> forced = unforced.remove(file);
        if (forced != null) madeGood(file, forced);
        unforcedNames.remove(file);
    }

    /// What a failed force lost is there after all if all of it was written again, and that was forced.
    private void madeGood(Path file, List<Write> forced) {
        List<Write> still = lost.get(file);
        if (still == null) return;
        still.removeIf(gone -> forced.stream()
                .anyMatch(write -> write.at <= gone.at && write.at + write.length >= gone.at + gone.length));
    }

    synchronized void beforeNaming(Path file) throws IOException {
        operation();
        boolean existed = Files.isRegularFile(file);
        byte[] before = existed ? Files.readAllBytes(file) : new byte[0];
        unforcedNames
                .computeIfAbsent(file.getParent(), any -> new ArrayList<>())
                .add(new Name(file, before, existed));
    }

    /// What was written to a file goes along with it.
    synchronized void moved(Path from, Path to) {
        unforced.remove(to);
        List<Write> writes = unforced.remove(from);
        if (writes != null) unforced.put(to, writes);
        List<Name> names = unforcedNames.get(from.getParent());
        if (names != null) names.removeIf(name -> name.file.equals(from));
    }

    synchronized void reading() throws IOException {
        if (dead) throw new IOException("simulated: no power");
    }

    private void operation() throws IOException {
        reading();
        if (readOnly) throw new IOException("Read-only file system");
        if (--operationsLeft <= 0) dead = true;
        reading();
    }
}
