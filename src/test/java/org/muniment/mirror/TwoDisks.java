package org.muniment.mirror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// A pair of folders, each on a simulated disk of its own, with files that are no archive's.
final class TwoDisks {
    final SimulatedDisk data = new SimulatedDisk(1);
    final SimulatedDisk other = new SimulatedDisk(2);
    final List<String> heard = new ArrayList<>();

    Path dataFolder() {
        return data.path("/srv/muniment");
    }

    Path mirrorFolder() {
        return other.path("/mnt/mirror");
    }

    Path folderOf(SimulatedDisk disk) {
        return disk == data ? dataFolder() : mirrorFolder();
    }

    Mirror open() throws IOException {
        return Mirror.open(dataFolder(), mirrorFolder(), new Ignorant(), new Listener(heard));
    }

    /// Keeps a file as the archive does; it is on disk on return.
    static void keep(Mirror mirror, String name, String content) throws IOException {
        keep(mirror, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static void keep(Mirror mirror, String name, byte[] content) throws IOException {
        Path file = mirror.dataFolder().resolve(name);
        makeFolder(Objects.requireNonNull(file.getParent()));
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content), 0);
            channel.force(true);
        }
        force(file.getParent());
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Path parent = Objects.requireNonNull(folder.getParent());
        makeFolder(parent);
        Files.createDirectory(folder);
        force(parent);
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Lets one disk fail until it has been left behind; then it is well again.
    void leaveBehind(Mirror mirror, SimulatedDisk disk) throws IOException {
        disk.become(new Faults(0, 1, 0, 0, 0, 0, Integer.MAX_VALUE));
        keep(mirror, "store/keys/after", "what the other disk has alone");
        disk.become(Faults.NONE);
        if (mirror.isWhole()) throw new AssertionError("nothing was left behind");
    }

    /// Every file of a store on one disk, with its content.
    Map<String, String> files(SimulatedDisk disk) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path root = folderOf(disk);
        for (Path file : disk.files()) {
            if (!file.startsWith(root.resolve("store")) && !file.startsWith(root.resolve("audit"))) continue;
            files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return files;
    }

    /// Knows nothing of the files.
    private static final class Ignorant implements Judge {
        @Override
        public List<Path> inDoubt(Path store) {
            return List.of();
        }

        @Override
        public long soundBytes(Path file) {
            return 0;
        }

        @Override
        public boolean isNeeded(Path store, Path file) {
            return false;
        }

        @Override
        public OptionalLong rightInOther(Path leading, Path other) {
            return OptionalLong.of(0);
        }
    }

    record Listener(List<String> heard) implements MirrorNews {
        @Override
        public void behind(String side, String reason) {
            heard.add(side + " is behind: " + reason);
        }

        @Override
        public void mended(String side, String file) {
            heard.add(file + " of " + side + " was mended");
        }

        @Override
        public void together() {
            heard.add("together");
        }
    }
}
