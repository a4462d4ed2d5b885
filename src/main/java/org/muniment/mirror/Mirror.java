package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// This is a data folder with a mirror on another disk: every change of the mirrored folders is made on both before it
/// counts as made. When one disk fails, work goes on with the other one, which says so on its disk first.
public final class Mirror implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("store", "audit/store");

    private final Copies copies;
    private final MirroredFileSystem files;
    private final Judge judge;
    private final MirrorLock lock;
    private final AtomicReference<String> progress = new AtomicReference<>("");
    private final List<String> mended;
    private final Patience patience;

    private Mirror(Copies copies, MirrorLock lock, Judge judge, List<String> mended) {
        this.judge = judge;
        this.copies = copies;
        this.files = new MirroredFileSystem(copies, FOLDERS);
        this.lock = lock;
        this.mended = mended;
        this.patience = new Patience(copies);
    }

    /// Where the mirror of a data folder is, if it has one.
    public static Optional<Path> of(Path dataFolder) throws IOException {
        var data = new Side(Pairing.Role.DATA, dataFolder.toAbsolutePath().normalize());
        Optional<Pairing> pairing = data.pairing();
        if (pairing.isEmpty() && data.saysBehind()) throw MirrorIsUnusable.fellBehind(data);
        if (pairing.isEmpty()) return Optional.empty();
        if (pairing.get().role() != Pairing.Role.DATA) throw MirrorIsUnusable.swapped(data);
        return Optional.of(dataFolder.getFileSystem().getPath(pairing.get().other()));
    }

    /// Opens the two; makes them a pair at the first time. A missing mirror is news, not a refusal. Refuses with
    /// [MirrorIsUnusable] two folders that are no pair.
    public static Mirror open(Path dataFolder, Path mirrorFolder, Judge judge, MirrorNews news) throws IOException {
        var random = new SecureRandom();
        var data = new Side(Pairing.Role.DATA, dataFolder.toAbsolutePath().normalize());
        var mirror = new Side(Pairing.Role.MIRROR, mirrorFolder.toAbsolutePath().normalize());
        var copies = new Copies(data, mirror, () -> name(random), news);
        var lock = new MirrorLock();
        try {
            List<String> mended = new Opening(copies, lock, FOLDERS, () -> name(random), news).run(judge);
            return new Mirror(copies, lock, judge, mended);
        } catch (IOException | RuntimeException refused) {
            lock.close();
            copies.close();
            throw refused;
        }
    }

    private static String name(SecureRandom random) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The data folder, as everything that belongs on both disks must see it.
    public Path dataFolder() {
        return files.root();
    }

    public Path folder() {
        return copies.mirror().root();
    }

    /// Whether both sides have everything.
    public boolean isWhole() {
        return copies.behind().isEmpty();
    }

    /// What people call the side that is behind; empty while both have everything.
    public Optional<String> behind() {
        return copies.behind().map(Side::name);
    }

    /// How far the side that is behind has been brought up to date, in words; empty while nothing is done about it.
    public String progress() {
        return progress.get();
    }

    /// In words for people: both, or which one is behind and what is done about it.
    public String state() {
        Optional<Side> behind = copies.behind();
        if (behind.isEmpty()) return "both copies have everything; the mirror is " + folder();
        String doing = progress.get();
        return behind.get().name() + " is behind"
                + (doing.isEmpty()
                        ? ", and is brought up to date when it can be written again"
                        : "; being brought up to date: " + doing);
    }

    /// Files of which one side's copy was damaged when the two were opened, and was replaced by the other's.
    public List<String> mended() {
        return mended;
    }

    /// Whether the two folders share a disk, so that one dead disk takes both.
    public boolean isOnOneDisk() throws IOException {
        if (!Files.isDirectory(copies.mirror().root())) return false;
        return Files.getFileStore(copies.data().root())
                .equals(Files.getFileStore(copies.mirror().root()));
    }

    /// Brings the side that is behind up to date, if it is there. Throws while it cannot be.
    public synchronized void resynchronise() throws IOException {
        Optional<Side> behind = copies.behind();
        if (behind.isEmpty()) return;
        if (behind.get() == copies.mirror()) lock.take(copies.mirror());
        behind.get().sayBehind();
        progress.set("looking at what is there");
        try {
            new Resynchronisation(copies, FOLDERS, judge, behind.get(), progress).run();
        } finally {
            progress.set("");
        }
    }

    /// The same where somebody looks every few seconds: a try that read both disks whole and ended at a damaged file
    /// is not made again at each look. Returns whether it was made, or nothing is behind.
    public synchronized boolean resynchroniseIfDue() throws IOException {
        if (!patience.isDue()) return false;
        try {
            resynchronise();
            patience.begin();
            return true;
        } catch (SourceIsDamaged damaged) {
            patience.failedAt(damaged.files());
            throw damaged;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        copies.close();
        lock.close();
    }
}
