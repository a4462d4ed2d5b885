package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// This is a real file system in an image file: mounted, unmounted, and copied while it is written on. Needs root.
final class LoopDisk implements AutoCloseable {
    private final Path image;
    private final Path folder;
    private final String kind;
    private final Thread atExit = new Thread(this::unmountQuietly);

    private LoopDisk(Path image, Path folder, String kind) {
        this.image = image;
        this.folder = folder;
        this.kind = kind;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// Whether disks can be mounted here, and made with these kinds of file systems.
    static boolean possible(Path scratch, String... kinds) throws IOException, InterruptedException {
        for (String kind : kinds) {
            try (LoopDisk disk = make(scratch.resolve("try-" + kind), kind, 400)) {
                Files.delete(disk.image);
            } catch (IOException notHere) {
                System.out.println("No " + kind + " disk can be mounted here: " + notHere.getMessage());
                return false;
            }
        }
        return true;
    }

    /// Makes a file system in a new sparse file `base.img` and mounts it on `base`.
    static LoopDisk make(Path base, String kind, int mib) throws IOException, InterruptedException {
        Path image = base.resolveSibling(base.getFileName() + ".img");
        run("truncate", "-s", mib + "M", image.toString());
        switch (kind) {
            case "ext4" -> run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
            case "xfs" -> run("mkfs.xfs", "-q", "-f", "-m", "reflink=1", image.toString());
            case "btrfs" -> run("mkfs.btrfs", "-q", "-f", image.toString());
            default -> throw new IllegalArgumentException(kind);
        }
        return mounted(image, base, kind);
    }

    private static LoopDisk mounted(Path image, Path folder, String kind) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // While nothing is mounted there, nothing may be written there either.
        runQuietly("chattr", "+i", folder.toString());
        String options = "loop,noatime" + (kind.equals("ext4") ? ",errors=remount-ro" : "");
        run("mount", "-t", kind, "-o", options, image.toString(), folder.toString());
        return new LoopDisk(image, folder, kind);
    }

    Path folder() {
        return folder;
    }

    Path image() {
        return image;
    }

    /// What would be on the disk if the power went now: a copy that shares its blocks, made in an instant. The image
    /// must
    /// be on a file system with reflinks.
    Path copyNow(Path copy) throws IOException, InterruptedException {
        run("cp", "--reflink=always", image.toString(), copy.toString());
        return copy;
    }

    /// A new, empty disk in its place, while it may still be in use.
    LoopDisk replaced(Path image, int mib) throws IOException, InterruptedException {
        Path old = this.image;
        make(image, kind, mib).close();
        Runtime.getRuntime().removeShutdownHook(atExit);
        unmountQuietly();
        Files.delete(old);
        return again(image.resolveSibling(image.getFileName() + ".img"));
    }

    /// Mounts a copy on the same folder, once this disk is closed: the file system replays its journal.
    LoopDisk again(Path copy) throws IOException, InterruptedException {
        return mounted(copy, folder, kind);
    }

    /// Makes a file of all the room that is left.
    void fill(String name) throws IOException, InterruptedException {
        long free = Files.getFileStore(folder).getUsableSpace();
        run(
                "fallocate",
                "-l",
                Long.toString(free - (free >> 10)),
                folder.resolve(name).toString());
    }

    /// An error in its own notes makes ext4 refuse every further write, as after errors of the medium.
    void becomeReadOnly() throws IOException, InterruptedException {
        String device = run("findmnt", "-n", "-o", "SOURCE", folder.toString()).strip();
        Path name = Path.of(device).getFileName();
        Files.writeString(Path.of("/sys/fs/ext4", name.toString(), "trigger_fs_error"), "a test\n");
    }

    /// Checks and mends what an unmounted ext4 says of itself.
    static void repair(Path image) throws IOException, InterruptedException {
        Process check = new ProcessBuilder("e2fsck", "-f", "-y", image.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), UTF_8);
        if (check.waitFor() > 1) throw new IOException(said);
    }

    private void unmountQuietly() {
        try {
            run("umount", folder.toString());
        } catch (IOException busy) {
            try {
                run("umount", "--lazy", folder.toString());
            } catch (IOException | InterruptedException leftToTheMachine) {
                System.err.println(leftToTheMachine.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Unmounts; nothing may use it any more.
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        unmountQuietly();
        runQuietly("chattr", "-i", folder.toString());
    }

    private static void runQuietly(String... command) {
        try {
            run(command);
        } catch (IOException notThere) {
            // It is no more than a guard.
            System.err.println(notThere.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) throw new IOException(String.join(" ", List.of(command)) + ": " + said.strip());
        return said;
    }
}
