package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// These are the two disks of a soaked archive: of its data folder, and of its mirror.
final class SoakedDisks implements AutoCloseable {
    private final int mib;
    private LoopDisk first;
    private LoopDisk second;
    private int images;

    SoakedDisks(Path outer, int mib) throws IOException, InterruptedException {
        this.mib = mib;
        this.first = LoopDisk.make(outer.resolve("first"), "ext4", mib);
        this.second = LoopDisk.make(outer.resolve("second"), "ext4", mib);
        Files.createDirectories(mirror());
    }

    Path data() {
        return first.folder().resolve("data");
    }

    Path passphrase() {
        return first.folder().resolve("passphrase");
    }

    Path mirror() {
        return second.folder().resolve("mirror");
    }

    LoopDisk first() {
        return first;
    }

    LoopDisk second() {
        return second;
    }

    private Path newImage(LoopDisk disk) {
        return disk.image().resolveSibling("image-" + images++);
    }

    /// What both have now; between the two copies nothing may be written.
    Path[] copyNow() throws IOException, InterruptedException {
        return new Path[] {first.copyNow(newImage(first)), second.copyNow(newImage(second))};
    }

    /// The machine comes up again on these copies; nothing may use the disks.
    void comeUpOn(Path... copies) throws IOException, InterruptedException {
        first.close();
        second.close();
        Files.delete(first.image());
        Files.delete(second.image());
        first = first.again(copies[0]);
        second = second.again(copies[1]);
    }

    /// The dead mirror is taken out, an empty disk put in, and the mirror's folder made on it, as an operator does.
    void replaceSecond() throws IOException, InterruptedException {
        second = second.replaced(newImage(second), mib);
        Files.createDirectories(mirror());
    }

    /// Nothing may use it.
    void repairFirst() throws IOException, InterruptedException {
        first.close();
        LoopDisk.repair(first.image());
        first = first.again(first.image());
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
