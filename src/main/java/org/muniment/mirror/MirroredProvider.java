package org.muniment.mirror;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does what the archive asks, on both sides where a file is on both.
final class MirroredProvider extends FileSystemProvider {
    private static final Set<OpenOption> MAKING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW, StandardOpenOption.TRUNCATE_EXISTING);

    private final MirroredFileSystem system;
    private final Copies copies;

    MirroredProvider(MirroredFileSystem system) {
        this.system = system;
        this.copies = system.copies();
    }

    /// What is asked of one real path.
    private interface Asked<T> {
        T of(Path real) throws IOException;
    }

    private <T> T ask(Path path, Asked<T> question) throws IOException {
        Optional<String> file = system.relative(path);
        if (file.isEmpty()) return question.of(MirroredPath.real(path));
        return Question.ask(copies, side -> question.of(side.at(file.get())));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Optional<String> file = system.relative(path);
        if (file.isEmpty()) return FileChannel.open(MirroredPath.real(path), options, attributes);
        var again = new HashSet<OpenOption>(options);
        again.removeAll(MAKING);
        var channels = new SideChannels(file.get(), again);
        boolean writable = options.contains(StandardOpenOption.WRITE);
        try {
            if (writable) openForWriting(path, channels, options);
            else Question.ask(copies, channels::on);
        } catch (IOException refused) {
            channels.close();
            throw refused;
        }
        return new MirroredChannel(copies, Path.of(file.get()), channels, writable);
    }

    /// A new file may be a stop's leftover on the other side: there it is emptied.
    private void openForWriting(Path path, SideChannels channels, Set<? extends OpenOption> options)
            throws IOException {
        var follows = new HashSet<OpenOption>(options);
        if (follows.remove(StandardOpenOption.CREATE_NEW)) {
            follows.add(StandardOpenOption.CREATE);
            follows.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        boolean empties = follows.contains(StandardOpenOption.TRUNCATE_EXISTING);
        Names.open(
                copies,
                relative(path),
                empties ? 0 : Long.MAX_VALUE,
                side -> channels.open(side, side == copies.lead() ? options : follows));
    }

    private Path relative(Path path) {
        return Path.of(system.relative(path).orElseThrow());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> found = new ArrayList<>();
        List<String> names = ask(path, real -> {
            List<String> all = new ArrayList<>();
            try (var inside = Files.newDirectoryStream(real)) {
                for (Path one : inside) all.add(String.valueOf(one.getFileName()));
            } catch (DirectoryIteratorException failure) {
                throw failure.getCause();
            }
            return all;
        });
        for (String name : names) if (filter.accept(path.resolve(name))) found.add(path.resolve(name));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return found.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        if (system.relative(path).isEmpty()) Files.createDirectory(MirroredPath.real(path), attributes);
        else Names.change(copies, relative(path), side -> Files.createDirectory(on(side, path), attributes));
    }

    @Override
    public void delete(Path path) throws IOException {
        if (system.relative(path).isEmpty()) Files.delete(MirroredPath.real(path));
        else Names.change(copies, relative(path), side -> Files.delete(on(side, path)));
    }

    private Path on(Side side, Path path) {
        return side.at(system.relative(path).orElseThrow());
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        if (system.relative(source).isEmpty()) {
            Files.move(MirroredPath.real(source), MirroredPath.real(target), options);
            return;
        }
        Map<Path, Long> both = Map.of(relative(source), 0L, relative(target), 0L);
        copies.change(both, side -> Files.move(on(side, source), on(side, target), options));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        ask(path, real -> {
            real.getFileSystem().provider().checkAccess(real, modes);
            return true;
        });
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        Optional<String> file = system.relative(path);
        if (file.isEmpty()) return Files.getFileStore(MirroredPath.real(path));
        return new MirroredRoom(copies, ask(path, Files::getFileStore), file.get());
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        V lead = Files.getFileAttributeView(
                system.relative(path).map(copies.lead()::at).orElse(MirroredPath.real(path)), type, options);
        if (lead == null || system.relative(path).isEmpty() || type != PosixFileAttributeView.class) return lead;
        return type.cast(
                new MirroredPermissions(copies, relative(path), (PosixFileAttributeView) lead, side -> on(side, path)));
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return ask(path, real -> Files.readAttributes(real, type, options));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        if (attributes.equals(MirroredFileSystem.SIDES)) return Map.of("sides", system.sides(path));
        return ask(path, real -> Files.readAttributes(real, attributes, options));
    }

    @Override
    public boolean isSameFile(Path path, Path other) {
        return path.equals(other);
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getScheme() {
        return "mirrored";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
