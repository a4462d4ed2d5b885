package org.muniment.mirror;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The data folder as the archive sees it: some of its folders are on two disks.
final class MirroredFileSystem extends FileSystem {
    private static final String VIEW = "mirrored";
    /// An attribute: the whole sides of a path, each by its real path, with a number that changes when it fell behind.
    static final String SIDES = VIEW + ":sides";

    private final Copies copies;
    private final List<String> mirrored;
    private final MirroredProvider provider;

    /// @param mirrored the folders that are on both sides, relative to the data folder
    MirroredFileSystem(Copies copies, List<String> mirrored) {
        this.copies = copies;
        this.mirrored = mirrored;
        this.provider = new MirroredProvider(this);
    }

    Copies copies() {
        return copies;
    }

    List<String> mirrored() {
        return mirrored;
    }

    Path root() {
        return new MirroredPath(this, copies.data().root());
    }

    /// The whole sides of a path, the one that is read from first.
    Map<Path, Integer> sides(Path path) {
        Map<Path, Integer> sides = new LinkedHashMap<>();
        Optional<String> file = relative(path);
        if (file.isEmpty()) return Map.of(MirroredPath.real(path), 0);
        for (Side side : copies.whole()) sides.put(side.at(file.get()), side.era());
        return sides;
    }

    /// Where a file is below each side, if it is on both. The folders above a mirrored one are on both, too.
    Optional<String> relative(Path path) {
        Path real = MirroredPath.real(path).toAbsolutePath();
        Path root = copies.data().root();
        if (!real.startsWith(root)) return Optional.empty();
        if (real.equals(root)) return Optional.of("");
        Path below = root.relativize(real);
        for (String folder : mirrored) {
            if (below.startsWith(folder) || Path.of(folder).startsWith(below.toString()))
                return Optional.of(below.toString());
        }
        return Optional.empty();
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return copies.data().root().getFileSystem().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(new MirroredPath(this, copies.data().root().getRoot()));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic", VIEW);
    }

    @Override
    public Path getPath(String first, String... more) {
        return new MirroredPath(this, copies.data().root().getFileSystem().getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher real = copies.data().root().getFileSystem().getPathMatcher(syntaxAndPattern);
        return path -> real.matches(MirroredPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
