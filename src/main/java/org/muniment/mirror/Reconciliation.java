package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// After a stop, two copies that had both been whole may differ in what was not yet forced on both, and so in nothing
/// that was acknowledged. The copy whose file is sound further on is taken; the data folder's, if that says nothing. A
/// mirror that cannot be written still mends the data folder.
final class Reconciliation {
    private final Copies copies;
    private final List<String> folders;
    private final Judge judge;
    private final List<String> mended = new ArrayList<>();
    private Optional<IOException> mirrorsTrouble;

    /// @param mirrorsTrouble why the mirror cannot be written
    Reconciliation(Copies copies, List<String> folders, Judge judge, Optional<IOException> mirrorsTrouble) {
        this.copies = copies;
        this.folders = folders;
        this.judge = judge;
        this.mirrorsTrouble = mirrorsTrouble;
    }

    /// Why the mirror could not be read or written; empty if it is equal to the data folder now.
    Optional<IOException> mirrorsTrouble() {
        return mirrorsTrouble;
    }

    /// Returns the files that were not sound on one side and were taken from the other.
    List<String> run() throws IOException {
        for (String folder : folders) {
            var files = new TreeSet<String>();
            for (Side side : List.of(copies.data(), copies.mirror()))
                for (Path file : inDoubt(side, folder))
                    files.add(side.root().relativize(file).toString());
            for (String file : files) reconcile(file);
        }
        return mended;
    }

    private List<Path> inDoubt(Side side, String folder) throws IOException {
        try {
            return judge.inDoubt(side.at(folder));
        } catch (IOException trouble) {
            blame(side, trouble);
            return List.of();
        }
    }

    private void reconcile(String file) throws IOException {
        Path data = copies.data().at(file);
        Path mirror = copies.mirror().at(file);
        if (Files.exists(data) && Files.exists(mirror) && isEqual(data, mirror)) return;
        long inData = sound(copies.data(), data);
        long inMirror = sound(copies.mirror(), mirror);
        if (inData == 0 && inMirror == 0 && Files.exists(data) && Files.exists(mirror)) return;
        if (inMirror > inData) {
            if (Files.exists(data)) mended.add(file);
            copy(mirror, copies.data(), data);
        } else if (Files.exists(data) && mirrorsTrouble.isEmpty()) {
            tryToCopy(data, mirror);
        }
    }

    /// What cannot be read is not equal; the next question says which of the two that is.
    private static boolean isEqual(Path data, Path mirror) {
        try {
            return FileCopy.isEqual(data, mirror, 0);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private long sound(Side side, Path file) throws IOException {
        if (!Files.exists(file)) return 0;
        try {
            return judge.soundBytes(file);
        } catch (IOException trouble) {
            blame(side, trouble);
            return 0;
        }
    }

    private void tryToCopy(Path data, Path mirror) throws IOException {
        try {
            copy(data, copies.mirror(), mirror);
        } catch (FileCopy.SourceIsUnreadable trouble) {
            throw trouble;
        } catch (IOException trouble) {
            blame(copies.mirror(), trouble);
        }
    }

    private void blame(Side side, IOException trouble) throws IOException {
        if (side == copies.data() || Shortage.is(trouble)) throw trouble;
        if (mirrorsTrouble.isEmpty()) mirrorsTrouble = Optional.of(trouble);
    }

    private static void copy(Path source, Side side, Path target) throws IOException {
        Side.makeFolder(Side.folderOf(target));
        FileCopy.equalise(source, target, 0, FileCopy.Trust.NONE);
        for (Path folder : side.foldersOf(target)) Side.forceFolder(folder);
    }
}
