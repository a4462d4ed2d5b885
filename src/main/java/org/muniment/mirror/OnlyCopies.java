package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files of the side that is behind of which the source has none: lost there, or no longer wanted.
///
/// @param source the side that leads
/// @param target the side that is behind
record OnlyCopies(Side source, Side target, List<String> folders, Judge judge, MirrorNews news) {
    /// Whether the source can do without it.
    boolean mayGo(String file) {
        return !isNeeded(file);
    }

    /// Gives the source back what it lost, if this is known to be it.
    void putBack(String file) throws FileCopy.SourceIsUnreadable {
        if (judge.rightInOther(source.at(file), target.at(file)).orElse(0) == 0)
            throw new FileCopy.SourceIsUnreadable(source.name() + " has lost it, and the copy in " + target.name()
                    + " is not known to be right; it was not deleted");
        try {
            Path there = source.at(file);
            Side.makeFolder(Side.folderOf(there));
            FileCopy.equalise(target.at(file), there, 0, FileCopy.Trust.NONE);
            for (Path folder : source.foldersOf(there)) Side.forceFolder(folder);
        } catch (IOException trouble) {
            throw new FileCopy.SourceIsUnreadable(trouble);
        }
        news.mended(source.name(), file);
    }

    /// If that cannot be told it is.
    private boolean isNeeded(String file) {
        Path only = target.at(file);
        if (Files.notExists(only) || Files.isDirectory(only)) return false;
        String store = folders.stream()
                .filter(folder -> file.startsWith(folder + "/"))
                .findFirst()
                .orElseThrow();
        try {
            return judge.isNeeded(source.at(store), source.at(file));
        } catch (IOException untold) {
            return true;
        }
    }
}
