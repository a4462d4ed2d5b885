package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Makes the side that fell behind equal to the other one. Everything is compared and what differs is copied while work
/// goes on; what changed meanwhile is copied once more, the last of it while nothing changes. Until the end the side is
/// known to be behind, so that a stop in between costs nothing but the time.
final class Resynchronisation {
    private static final int ROUNDS_MAX = 5;
    private static final int LAST_ROUND_FILES_MAX = 20;

    private final Copies copies;
    private final List<String> folders;
    private final Side source;
    private final Side target;
    private final Judge judge;
    private final AtomicReference<String> progress;
    private final Set<Path> mistrusted = new HashSet<>();
    private final TreeSet<Path> unforced = new TreeSet<>();

    Resynchronisation(Copies copies, List<String> folders, Judge judge, Side target, AtomicReference<String> progress) {
        this.copies = copies;
        this.folders = folders;
        this.judge = judge;
        this.target = target;
        this.source = target == copies.data() ? copies.mirror() : copies.data();
        this.progress = progress;
    }

    void run() throws IOException {
        requireRightSource();
        copies.touched().begin();
        try {
            for (String folder : folders) mistrusted.addAll(judge.inDoubt(target.at(folder)));
            for (String folder : folders) copyAll(folder);
            for (int round = 0; round < ROUNDS_MAX && copies.touched().size() > LAST_ROUND_FILES_MAX; round++)
                copy(copies.touched().take());
            forceFolders();
            copies.gate().writeLock().lock();
            try {
                copy(copies.touched().take());
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

    /// Never from the side that is behind, nor to one that has anything the source has not gone through.
    private void requireRightSource() throws IOException {
        Pairing newer = source.pairing().orElseThrow(() -> new IOException(source.name() + " has vanished"));
        Pairing older = target.pairing().orElseThrow(() -> new IOException(target.name() + " is not there"));
        if (!newer.pair().equals(older.pair())) throw MirrorIsUnusable.ofAnotherArchive(copies.data(), copies.mirror());
        if (!newer.includes(older)) throw MirrorIsUnusable.wentApart(copies.data(), copies.mirror());
    }

    private void copyAll(String folder) throws IOException {
        List<String> files = files(source, folder);
        int done = 0;
        for (String file : files) {
            progress.set("%,d of %,d files in %s".formatted(done++, files.size(), folder));
            copy(file, 0);
        }
        var wanted = new TreeSet<>(files);
        for (String there : files(target, folder)) if (!wanted.contains(there)) copy(there, 0);
    }

    /// The log last: what it was signed for is there before it.
    private static List<String> files(Side side, String folder) throws IOException {
        Path top = side.at(folder);
        if (!Files.isDirectory(top)) return List.of();
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(top)) {
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> files.add(side.root().relativize(path).toString()));
        } catch (java.io.UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        files.sort(Comparator.comparing((String file) -> file.startsWith(folder + "/log/"))
                .thenComparing(Comparator.naturalOrder()));
        return files;
    }

    private void copy(Map<Path, Long> changed) throws IOException {
        for (var file : changed.entrySet()) copy(file.getKey().toString(), file.getValue());
    }

    private void copy(String file, long from) throws IOException {
        Path there = source.at(file);
        Path here = target.at(file);
        if (Files.isDirectory(there)) {
            makeFolder(here);
        } else if (Files.exists(there)) {
            makeFolder(Side.folderOf(here));
            boolean isForced = !mistrusted.contains(here);
            FileCopy.equalise(there, here, from, isForced ? FileCopy.Trust.FULL : FileCopy.Trust.NONE);
            unforced.addAll(target.foldersOf(here));
        } else if (Files.isRegularFile(here)) {
            Files.delete(here);
            unforced.add(Side.folderOf(here));
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        makeFolder(Side.folderOf(folder));
        Files.createDirectory(folder);
        unforced.add(Side.folderOf(folder));
        unforced.add(folder);
    }

    private void forceFolders() throws IOException {
        for (Path folder : unforced) if (Files.isDirectory(folder)) Side.forceFolder(folder);
        unforced.clear();
    }
}
