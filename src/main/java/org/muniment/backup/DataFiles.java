package org.muniment.backup;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of a data folder, those behind links to other disks among them. A link that leads nowhere, or
/// back into what is being copied, is named, and so is a folder that may not be listed: what is behind it is in no
/// backup. What a link inside the data folder
/// leads to is copied under both names, but for the database.
final class DataFiles {
    private final Path dataFolder;
    private final List<Path> never;
    private final Set<String> left;
    private final List<Path> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Deque<Path> above = new ArrayDeque<>();

    private DataFiles(Path dataFolder, Path backup, Set<String> left) throws IOException {
        this.dataFolder = dataFolder;
        this.left = left;
        this.never = List.of(dataFolder.toRealPath(), backup.toRealPath());
    }

    /// Looks at what is there, but for some names at the top.
    static DataFiles in(Path dataFolder, Path backup, Set<String> left) throws IOException {
        var found = new DataFiles(dataFolder, backup, left);
        for (Path one : list(dataFolder)) if (!left.contains(one.getFileName().toString())) found.look(one);
        return found;
    }

    List<Path> files() {
        return files;
    }

    /// A sentence for each link that was not followed, and each folder that could not be listed.
    List<String> leftOut() {
        return leftOut;
    }

    private void look(Path one) throws IOException {
        if (Files.isSymbolicLink(one)) follow(one);
        else if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) enter(one);
        else if (Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) files.add(one);
    }

    private void follow(Path link) throws IOException {
        Path place;
        try {
            place = link.toRealPath();
        } catch (IOException nowhere) {
            leave(link, "it leads to " + Files.readSymbolicLink(link) + ", where nothing can be read");
            return;
        }
        if (Files.isDirectory(place)) {
            if (isCopiedItself(place)) {
                if (!isAbove(place) && !place.startsWith(never.getFirst().resolve("workflow"))) enter(link);
            } else if (isAround(place)) {
                leave(link, "it leads to " + place + ", which the data folder or the backup is in, or that is in them");
            } else {
                enter(link);
            }
        } else if (isInAStore(place)) {
            leave(link, "it leads into the store itself");
        } else if (Files.isRegularFile(place)) {
            files.add(link);
        }
    }

    private boolean isCopiedItself(Path place) {
        Path data = never.getFirst();
        return place.startsWith(data)
                && !place.equals(data)
                && !left.contains(data.relativize(place).getName(0).toString());
    }

    private boolean isAbove(Path place) {
        return above.stream().anyMatch(folder -> folder.startsWith(place));
    }

    private boolean isAround(Path place) {
        return isAbove(place)
                || never.stream().anyMatch(folder -> folder.startsWith(place))
                || never.stream().anyMatch(place::startsWith);
    }

    private boolean isInAStore(Path place) {
        Path data = never.getFirst();
        return place.startsWith(data.resolve("store")) || place.startsWith(data.resolve("audit"));
    }

    private void leave(Path link, String why) {
        leftOut.add(link + " is a link, and what is behind it is NOT in this backup: " + why
                + ". Mend the link, or put the files themselves into " + dataFolder + ".");
    }

    private void enter(Path folder) throws IOException {
        above.push(folder.toRealPath());
        for (Path one : inside(folder)) look(one);
        above.pop();
    }

    private List<Path> inside(Path folder) throws IOException {
        try {
            return list(folder);
        } catch (FileSystemException unreadable) {
            leftOut.add(
                    folder + " cannot be listed, and what is in it is NOT in this backup: " + unreadable.getMessage()
                            + ". Let the server's user read it, or move it out of " + dataFolder + ".");
            return List.of();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        }
    }
}
