package org.muniment.simulation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// This is a disk in memory that promises no more than POSIX does: what was forced is there, and of everything else any
/// part. Its faults come from a seed; each thread has its own sequence of them, so that a story with the same seed goes
/// the same way. See docs/durability.md.
public final class SimulatedDisk {
    private static final boolean TRACED = Boolean.getBoolean("simulation.trace");

    private final long seed;
    private final Random cuts;
    private final SimulatedFolder root = new SimulatedFolder();
    private final Map<String, Random> randoms = new HashMap<>();
    private SimulatedFileSystem process = new SimulatedFileSystem(this);
    private Faults faults = Faults.NONE;
    private int operationsLeft = Integer.MAX_VALUE;
    private int operationsUntilFault;
    private final Map<String, Integer> flipped = new HashMap<>();
    private byte[] spoiledBeginning = {};
    private long bytesMax = Long.MAX_VALUE;
    private long faultCount;
    private long noRoomCount;
    private boolean isReadOnly;
    private final Incidents incidents = new Incidents();

    public SimulatedDisk(long seed) {
        this.seed = seed;
        this.cuts = new Random(seed);
    }

    public Incidents incidents() {
        return incidents;
    }

    /// Returns a path as the process that runs now sees it.
    public synchronized Path path(String path) {
        return process.getPath(path);
    }

    public synchronized void become(Faults next) {
        faults = next;
        operationsLeft = next.operationsLeft();
        operationsUntilFault = 0;
        flipped.clear();
    }

    /// One change from now on fails, and the process goes on.
    public synchronized void failOnce(int change) {
        operationsUntilFault = change;
    }

    /// Returns how many faults there have been, a full disk among them.
    public synchronized long faultCount() {
        return faultCount;
    }

    /// The same, but for the full disk.
    public synchronized long faultCountBesideRoom() {
        return faultCount - noRoomCount;
    }

    /// One bit of the next file that is written with this beginning is another one on the disk than was given.
    public synchronized void spoilNextWriteOf(byte[] beginning) {
        spoiledBeginning = beginning.clone();
    }

    private byte[] perhapsSpoiled(byte[] bytes, int length, long at) {
        int begins = spoiledBeginning.length;
        if (begins == 0 || at != 0 || length <= begins) return bytes;
        if (!Arrays.equals(bytes, 0, begins, spoiledBeginning, 0, begins)) return bytes;
        spoiledBeginning = new byte[0];
        faultCount++;
        byte[] spoiled = bytes.clone();
        spoiled[begins + random().nextInt(length - begins)] ^= (byte) (1 << random().nextInt(8));
        return spoiled;
    }

    /// Leaves room for this many more bytes.
    public synchronized void fill(long bytesLeft) {
        bytesMax = bytes(root) + bytesLeft;
    }

    /// As the kernel does after errors: what is there can be read, nothing can be written or made.
    public synchronized void turnReadOnly() {
        isReadOnly = true;
    }

    public synchronized void turnWritable() {
        isReadOnly = false;
    }

    void requireWritable() throws IOException {
        if (isReadOnly) throw new IOException("Read-only file system");
    }

    public synchronized void freeSpace() {
        bytesMax = Long.MAX_VALUE;
    }

    /// True once the process was stopped: nothing it does reaches the disk.
    public synchronized boolean isStopped() {
        return process.isStopped();
    }

    /// Stops the process. What it wrote is in the page cache, forced or not, and the next process sees it.
    public synchronized void kill() {
        told("KILL");
        process.stop();
        if (cuts.nextInt(4) == 0) evict(root);
        begin();
    }

    /// Stops the process and the machine: what was not forced is there in part.
    public synchronized void cutPower() {
        told("POWER CUT");
        process.stop();
        root.cutPower(new Cut(cuts));
        begin();
    }

    private void begin() {
        process = new SimulatedFileSystem(this);
        become(Faults.NONE);
        incidents.forget();
        freeSpace();
    }

    private static void evict(SimulatedFolder folder) {
        for (Node node : folder.nodes()) {
            switch (node) {
                case SimulatedFile file -> file.evict();
                case SimulatedFolder inner -> evict(inner);
            }
        }
    }

    /// Turns over one bit of a file on the disk itself.
    public synchronized void rot(Path path, long bit) throws IOException {
        file(path).rot(bit);
    }

    /// Returns every file there is.
    public synchronized List<Path> files() {
        List<Path> all = new ArrayList<>();
        addFiles(root, process.getPath("/"), all);
        return all;
    }

    public static long size(Path path) {
        return ((SimulatedPath) path).fileSystem().disk().sizeOf(path);
    }

    /// Returns what a reader without faults would read; nothing if there is no such file.
    public static byte[] bytes(Path path) {
        return ((SimulatedPath) path).fileSystem().disk().bytesOf(path);
    }

    private synchronized byte[] bytesOf(Path path) {
        if (!(find(path) instanceof SimulatedFile file)) return new byte[0];
        byte[] bytes = new byte[file.size()];
        file.read(bytes, 0, bytes.length, 0);
        return bytes;
    }

    private synchronized long sizeOf(Path path) {
        return find(path) instanceof SimulatedFile file ? file.size() : 0;
    }

    private static void addFiles(SimulatedFolder folder, Path path, List<Path> all) {
        for (String name : folder.names()) {
            if (folder.find(name) instanceof SimulatedFolder inner) addFiles(inner, path.resolve(name), all);
            else all.add(path.resolve(name));
        }
    }

    @Nullable
    Node find(Path path) {
        if (incidents.isGone()) return null;
        Node node = root;
        for (Path name : SimulatedPath.real(path)) {
            if (!(node instanceof SimulatedFolder folder)) return null;
            node = folder.find(name.toString());
        }
        return node;
    }

    SimulatedFile file(Path path) throws NoSuchFileException {
        if (find(path) instanceof SimulatedFile file) return file;
        throw new NoSuchFileException(path.toString());
    }

    SimulatedFolder folder(Path path) throws NoSuchFileException {
        if (find(path) instanceof SimulatedFolder folder) return folder;
        throw new NoSuchFileException(path.toString());
    }

    SimulatedFolder folderOf(Path path) throws NoSuchFileException {
        Path parent = path.getParent();
        return parent == null ? root : folder(parent);
    }

    static String nameOf(Path path) throws FileAlreadyExistsException {
        Path name = path.getFileName();
        if (name == null) throw new FileAlreadyExistsException("/");
        return name.toString();
    }

    long bytesLeft() {
        return bytesMax == Long.MAX_VALUE ? 1L << 50 : Math.max(0, bytesMax - bytes(root));
    }

    private static long bytes(SimulatedFolder folder) {
        long bytes = 0;
        for (Node node : folder.nodes()) {
            bytes += switch (node) {
                case SimulatedFile file -> file.size();
                case SimulatedFolder inner -> bytes(inner);
            };
        }
        return bytes;
    }

    /// Asked before a name changes.
    void beforeNaming(SimulatedFileSystem asking) throws IOException {
        beforeDeleting(asking);
        if (bytesLeft() == 0) throw noRoom();
    }

    void beforeDeleting(SimulatedFileSystem asking) throws IOException {
        beforeChange(asking);
        if (happens(faults.name())) throw fault("a name could not be changed");
    }

    /// Asked before anything changes; counts.
    void beforeChange(SimulatedFileSystem asking) throws IOException {
        asking.requireRunning();
        if (incidents.failsNow()) throw fault("a change failed");
        requireWritable();
        if (operationsUntilFault > 0 && --operationsUntilFault == 0) throw fault("input/output error, once");
        if (--operationsLeft > 0) return;
        told("STOPPED");
        asking.stop();
        faultCount++;
        asking.requireRunning();
    }

    void beforeRead(SimulatedFileSystem asking) throws IOException {
        asking.requireRunning();
        if (happens(faults.read())) throw fault("input/output error on read");
    }

    /// Perhaps gives one bit wrong.
    void afterRead(byte[] bytes, int offset, int length) {
        if (faults.flips() == 0 || length <= 0 || random().nextInt(12) > 0) return;
        if (flipped.merge(role(), 1, Integer::sum) > faults.flips()) return;
        told("FLIP");
        faultCount++;
        bytes[offset + random().nextInt(length)] ^= (byte) (1 << random().nextInt(8));
    }

    void write(SimulatedFileSystem asking, SimulatedFile file, byte[] bytes, int length, long at) throws IOException {
        try {
            beforeChange(asking);
        } catch (IOException stopped) {
            // The process stopped in the middle of it.
            if (operationsLeft == 0) file.write(bytes, 0, random().nextInt(length + 1), at);
            throw stopped;
        }
        long room = bytesLeft() - Math.max(0, at + length - file.size());
        if (room < 0) {
            file.write(bytes, 0, (int) Math.max(0, length + room), at);
            throw noRoom();
        }
        if (happens(faults.write())) {
            file.write(bytes, 0, random().nextInt(length + 1), at);
            throw fault("input/output error on write");
        }
        file.write(perhapsSpoiled(bytes, length, at), 0, length, at);
    }

    /// Returns how many of these bytes a write takes.
    int taken(int length) {
        return length > 1 && happens(faults.shortWrite()) ? 1 + random().nextInt(length - 1) : length;
    }

    void force(SimulatedFileSystem asking, SimulatedFile file) throws IOException {
        try {
            beforeChange(asking);
            if (happens(faults.force())) throw fault("input/output error on force");
        } catch (IOException failed) {
            if (!asking.isStopped()) file.failForce(new Cut(random()));
            throw failed;
        }
        file.force();
    }

    /// A folder whose force failed is as it was: a file system whose journal fails stops, it does not forget.
    void force(SimulatedFileSystem asking, SimulatedFolder folder) throws IOException {
        beforeChange(asking);
        if (happens(faults.force())) throw fault("input/output error on force of a folder");
        folder.force();
    }

    private boolean happens(double probability) {
        return probability > 0 && random().nextDouble() < probability;
    }

    /// With `-Dsimulation.trace=true`, tells what is asked of it.
    void told(String act, Object... what) {
        if (TRACED) System.out.println(Thread.currentThread().getName() + ": " + act + " " + Arrays.toString(what));
    }

    private IOException noRoom() {
        noRoomCount++;
        return fault("no space left on device");
    }

    private IOException fault(String what) {
        told("FAULT", what);
        faultCount++;
        return new IOException("simulated: " + what);
    }

    private Random random() {
        return randoms.computeIfAbsent(role(), name -> new Random(seed * 31 + name.hashCode()));
    }

    private static String role() {
        String thread = Thread.currentThread().getName();
        return thread.startsWith("archive") ? thread : "";
    }
}
