package org.muniment.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Does what a process asks of a [SimulatedDisk].
final class SimulatedProvider extends FileSystemProvider {
    private final SimulatedFileSystem process;
    private final SimulatedDisk disk;

    SimulatedProvider(SimulatedFileSystem process) {
        this.process = process;
        this.disk = process.disk();
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        synchronized (disk) {
            process.requireRunning();
            disk.incidents().aboutToOpen(path);
            boolean makesNew = options.contains(StandardOpenOption.CREATE_NEW);
            if (options.contains(StandardOpenOption.WRITE)) disk.requireWritable();
            Node node = disk.find(path);
            if (node != null && makesNew) throw new FileAlreadyExistsException(path.toString());
            if (node == null) {
                if (!makesNew && !options.contains(StandardOpenOption.CREATE))
                    throw new NoSuchFileException(path.toString());
                disk.told("create", path);
                disk.beforeNaming(process);
                node = new SimulatedFile();
                disk.folderOf(path).add(SimulatedDisk.nameOf(path), node);
            }
            var channel = new SimulatedChannel(process, path, node, options.contains(StandardOpenOption.WRITE));
            if (options.contains(StandardOpenOption.TRUNCATE_EXISTING) && channel.size() > 0) channel.truncate(0);
            return channel;
        }
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
        synchronized (disk) {
            disk.beforeRead(process);
            for (String name : disk.folder(path).names())
                if (filter.accept(path.resolve(name))) found.add(path.resolve(name));
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                disk.incidents().aboutToList();
                return found.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        synchronized (disk) {
            process.requireRunning();
            if (disk.find(path) != null) throw new FileAlreadyExistsException(path.toString());
            if (disk.incidents().isGone()) throw new NoSuchFileException(path.toString());
            disk.told("make folder", path);
            disk.beforeNaming(process);
            disk.folderOf(path).add(SimulatedDisk.nameOf(path), new SimulatedFolder());
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        synchronized (disk) {
            process.requireRunning();
            Node node = disk.find(path);
            if (node == null) throw new NoSuchFileException(path.toString());
            if (node instanceof SimulatedFolder folder && !folder.isEmpty())
                throw new DirectoryNotEmptyException(path.toString());
            disk.told("delete", path);
            disk.beforeDeleting(process);
            disk.folderOf(path).remove(SimulatedDisk.nameOf(path));
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        synchronized (disk) {
            disk.told("rename", source, target.getFileName());
            disk.beforeNaming(process);
            SimulatedFolder folder = disk.folderOf(source);
            if (disk.folderOf(target) != folder) throw new UnsupportedOperationException("only within a folder");
            disk.file(source);
            folder.rename(SimulatedDisk.nameOf(source), SimulatedDisk.nameOf(target));
        }
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        readAttributes(path, BasicFileAttributes.class);
    }

    @Override
    public FileStore getFileStore(Path path) {
        return new SimulatedRoom(disk);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return null;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        synchronized (disk) {
            process.requireRunning();
            return switch (disk.find(path)) {
                case SimulatedFile file -> type.cast(new SimulatedAttributes(file.size(), true));
                case SimulatedFolder folder -> type.cast(new SimulatedAttributes(0, false));
                case null -> throw new NoSuchFileException(path.toString());
            };
        }
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException();
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
        return "simulated";
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
