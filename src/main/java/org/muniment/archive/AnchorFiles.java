package org.muniment.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// This is the folder `anchors` beside the log: what others said about its checkpoints. A file is
/// written once and never again; the archive does not look into them.
public final class AnchorFiles {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,199}");
    private static final String UNFINISHED = ".new";

    private final Path folder;

    private AnchorFiles(Path folder) {
        this.folder = folder;
    }

    /// Returns the files of anchors beside a log; `log` is its folder, that with `checkpoint`.
    public static AnchorFiles beside(Path log) {
        return new AnchorFiles(log.resolve("anchors"));
    }

    /// Returns the names of all files, in their order; what a crash left unfinished is not among them.
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .sorted()
                    .toList();
        }
    }

    /// Returns a file's bytes; throws NoSuchFileException.
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    /// Keeps files; each is on disk when this returns. Throws FileAlreadyExistsException, having written nothing.
    public void keep(Map<String, byte[]> files) throws IOException {
        for (String name : files.keySet())
            if (Files.exists(path(name)))
                throw new FileAlreadyExistsException(path(name).toString());
        DurableFiles.makeFolder(folder);
        for (var file : files.entrySet()) DurableFiles.replace(path(file.getKey()), file.getValue());
    }

    private Path path(String name) {
        if (!NAME.matcher(name).matches() || name.endsWith(UNFINISHED))
            throw new IllegalArgumentException("not the name of an anchor: \"" + name + "\"");
        return folder.resolve(name);
    }
}
