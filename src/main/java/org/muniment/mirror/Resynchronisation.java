package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/// Makes the side that fell behind equal to the other one. Everything is compared and what differs is copied while work
/// goes on; what changed meanwhile is copied once more, the last of it while nothing changes. Until the end the side is
/// known to be behind, so that a stop in between costs nothing but the time. Files are deleted last, and only what the
/// source, asked twice and there itself, says it does not have and does not need: a disk that goes away, or lost a
/// file, must not take the other with it.
final class Resynchronisation {
    private static final int ROUNDS_MAX = 20;
    private static final int LAST_ROUND_FILES_MAX = 20;
    private static final long LAST_ROUND_BYTES_MAX = 32 << 20;

    private final Copies copies;
    private final List<String> folders;
    private final Side source;
    private final Side target;
    private final Judge judge;
    private final OnlyCopies onlyCopies;
    private final AtomicReference<String> progress;
    private final Set<Path> mistrusted = new HashSet<>();
    private final TreeSet<Path> unforced = new TreeSet<>();
    private final TreeSet<String> gone = new TreeSet<>();
    private final TreeMap<String, String> unreadable = new TreeMap<>();

    Resynchronisation(Copies copies, List<String> folders, Judge judge, Side target, AtomicReference<String> progress) {
        this.copies = copies;
        this.folders = folders;
        this.judge = judge;
        this.target = target;
        this.source = target == copies.data() ? copies.mirror() : copies.data();
        this.onlyCopies = new OnlyCopies(source, target, folders, judge, copies.news());
        this.progress = progress;
    }

    void run() throws IOException {
        requireRightSource();
        copies.watch();
        try {
            for (String folder : folders) mistrusted.addAll(judge.inDoubt(target.at(folder)));
            for (String folder : folders) copyAll(folder);
            for (int round = 0;
                    copies.touched().isMoreThan(LAST_ROUND_FILES_MAX, LAST_ROUND_BYTES_MAX, source);
                    round++) copy(round < ROUNDS_MAX ? copies.takeTouched() : tooMuch());
            forceFolders();
            requireAllCopied();
            deleteGone();
            forceFolders();
            copies.gate().writeLock().lock();
            try {
                copy(copies.takeTouched());
                requireAllCopied();
                deleteGone();
                forceFolders();
                copies.together(target);
            } finally {
                copies.gate().writeLock().unlock();
            }
        } finally {
            copies.touched().end();
            progress.set("");
        }
    }

    /// Never from the side that is behind, nor to one that has anything the source has not gone through. Asked again
    /// whenever the source says that it does not have something: an empty place where a disk was says that as well.
    private void requireRightSource() throws IOException {
        Pairing newer = source.requirePairing();
        Pairing older = target.requirePairing();
        if (!newer.pair().equals(older.pair())) throw MirrorIsUnusable.ofAnotherArchive(copies.data(), copies.mirror());
        if (!newer.includes(older)) throw MirrorIsUnusable.wentApart(copies.data(), copies.mirror());
    }

    private void copyAll(String folder) throws IOException {
        List<String> there = Files.notExists(target.at(folder)) ? List.of() : target.files(folder);
        if (atSource(folder).isEmpty()) {
            if (there.isEmpty()) return;
            throw new IOException(source.name() + " has no " + folder + ", and " + target.name() + " has one");
        }
        List<String> files = source.files(folder);
        int done = 0;
        for (String file : files) {
            progress.set("%,d of %,d files in %s".formatted(done++, files.size(), folder));
            copy(file, 0);
        }
        var wanted = new TreeSet<>(files);
        for (String file : there) if (!wanted.contains(file)) copy(file, 0);
    }

    /// Nobody waits at the gate for what is not nearly done.
    private static Map<Path, Long> tooMuch() throws IOException {
        throw new IOException("more is written than can be copied meanwhile; it is tried again");
    }

    private void copy(Map<Path, Long> changed) throws IOException {
        for (var file : changed.entrySet()) copy(file.getKey().toString(), file.getValue());
    }

    /// What the source has under a name; nothing only if it says so and is there.
    private Optional<BasicFileAttributes> atSource(String file) throws IOException {
        try {
            return Optional.of(Files.readAttributes(source.at(file), BasicFileAttributes.class));
        } catch (NoSuchFileException none) {
            requireRightSource();
            return Optional.empty();
        } catch (IOException trouble) {
            throw new FileCopy.SourceIsUnreadable(trouble);
        }
    }

    private void copy(String file, long from) throws IOException {
        boolean isComplete = unreadable.remove(file) == null;
        gone.remove(file);
        try {
            Optional<BasicFileAttributes> there = atSource(file);
            if (there.isEmpty() && onlyCopies.mayGo(file)) gone.add(file);
            else if (there.isEmpty()) onlyCopies.putBack(file);
            else if (there.get().isDirectory()) makeFolder(target.at(file));
            else copyFile(file, isComplete ? from : 0);
        } catch (FileCopy.SourceIsUnreadable trouble) {
            requireRightSource();
            if (trouble.getCause() instanceof NoSuchFileException) gone.add(file);
            else unreadable.put(file, trouble.getMessage());
        }
    }

    private void copyFile(String file, long from) throws IOException {
        Path here = target.at(file);
        makeFolder(Side.folderOf(here));
        long known = from == 0 ? agreed(file) : from;
        boolean isForced = !mistrusted.contains(here);
        if (isForced) FileCopy.equalise(source.at(file), here, known, FileCopy.Trust.FULL);
        else FileCopy.equalise(source.at(file), here, from, FileCopy.Trust.NONE);
        unforced.addAll(target.foldersOf(here));
    }

    /// Returns how many bytes from the beginning are equal. Before a byte is overwritten by another, it is asked which
    /// of the two is right: the source may have rotted since.
    private long agreed(String file) throws IOException {
        Path there = source.at(file);
        Path here = target.at(file);
        FileCopy.Comparison found = FileCopy.compare(there, here);
        if (!found.isContradicted()) return found.same();
        OptionalLong right = judge.rightInOther(there, here);
        if (right.isEmpty())
            throw new FileCopy.SourceIsUnreadable("the two copies differ, and neither is known to be right");
        if (right.getAsLong() == 0) return found.same();
        try {
            FileCopy.mend(here, there, right.getAsLong());
        } catch (IOException stillDamaged) {
            throw new FileCopy.SourceIsUnreadable(stillDamaged);
        }
        copies.news().mended(source.name(), file);
        return 0;
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        if (target.hasVanished()) throw new IOException(target.name() + " has vanished");
        makeFolder(Side.folderOf(folder));
        Files.createDirectory(folder);
        unforced.add(Side.folderOf(folder));
        unforced.add(folder);
    }

    /// One bad place on a disk does not keep the rest from being copied; but what could not be read is not there.
    private void requireAllCopied() throws IOException {
        if (!unreadable.isEmpty()) throw new SourceIsDamaged(source, unreadable);
    }

    private void deleteGone() throws IOException {
        for (String file : gone) {
            Path here = target.at(file);
            if (atSource(file).isPresent() || !Files.isRegularFile(here)) continue;
            if (!onlyCopies.mayGo(file)) throw new IOException(source.name() + " has lost " + file);
            Files.delete(here);
            unforced.add(Side.folderOf(here));
        }
        gone.clear();
    }

    private void forceFolders() throws IOException {
        for (Path folder : unforced) if (Files.isDirectory(folder)) Side.forceFolder(folder);
        unforced.clear();
    }
}
