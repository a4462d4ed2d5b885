package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// After a stop, two copies that had both been whole may differ in what was not yet forced on both, and so in nothing
/// that was acknowledged. The copy whose file is sound further on is taken; the data folder's, if that says nothing.
final class Reconciliation {
    private final Copies copies;
    private final List<String> folders;
    private final Judge judge;
    private final List<String> mended = new ArrayList<>();

    Reconciliation(Copies copies, List<String> folders, Judge judge) {
        this.copies = copies;
        this.folders = folders;
        this.judge = judge;
    }

    /// Returns the files that were not sound on one side and were taken from the other.
    List<String> run() throws IOException {
        for (String folder : folders) {
            var files = new TreeSet<String>();
            for (Side side : List.of(copies.data(), copies.mirror()))
                for (Path file : judge.inDoubt(side.at(folder)))
                    files.add(side.root().relativize(file).toString());
            for (String file : files) reconcile(file);
        }
        return mended;
    }

    private void reconcile(String file) throws IOException {
        Path data = copies.data().at(file);
        Path mirror = copies.mirror().at(file);
        if (Files.exists(data) && Files.exists(mirror) && FileCopy.isEqual(data, mirror, 0)) return;
        long inData = sound(data);
        long inMirror = sound(mirror);
        if (inData == 0 && inMirror == 0 && Files.exists(data) && Files.exists(mirror)) return;
        if (inMirror > inData) {
            if (Files.exists(data)) mended.add(file);
            copy(mirror, copies.data(), data);
        } else if (Files.exists(data)) {
            copy(data, copies.mirror(), mirror);
        }
    }

    private long sound(Path file) throws IOException {
        return Files.exists(file) ? judge.soundBytes(file) : 0;
    }

    private static void copy(Path source, Side side, Path target) throws IOException {
        Side.makeFolder(Side.folderOf(target));
        FileCopy.equalise(source, target, 0, FileCopy.Trust.NONE);
        for (Path folder : side.foldersOf(target)) Side.forceFolder(folder);
    }
}
