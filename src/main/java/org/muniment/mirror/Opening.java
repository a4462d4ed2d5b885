package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Decides which of the two folders is to be believed. The one that went on alone is; where both did, neither.
final class Opening {
    private static final Set<String> OURS = Set.of("lost+found", "mirror-lock", "mirror-state.new", Side.BEHIND);

    private final Copies copies;
    private final Side data;
    private final Side mirror;
    private final MirrorLock lock;
    private final List<String> folders;
    private final Supplier<String> names;
    private final MirrorNews news;

    Opening(Copies copies, MirrorLock lock, List<String> folders, Supplier<String> names, MirrorNews news) {
        this.copies = copies;
        this.data = copies.data();
        this.mirror = copies.mirror();
        this.lock = lock;
        this.folders = folders;
        this.names = names;
        this.news = news;
    }

    /// Returns the files that were damaged on one side and mended from the other.
    List<String> run(Judge judge) throws IOException {
        if (data.root().startsWith(mirror.root()) || mirror.root().startsWith(data.root()))
            throw MirrorIsUnusable.nested(data, mirror);
        Optional<Pairing> here = data.pairing();
        Optional<Pairing> there = here.isPresent() ? mirrorsOwn() : mirror.pairing();
        if (here.isPresent() && here.get().role() != data.role()) throw MirrorIsUnusable.swapped(data);
        if (there.isPresent() && there.get().role() != mirror.role()) throw MirrorIsUnusable.swapped(mirror);
        if (here.isEmpty() && there.isPresent() && !hasStore(data)) throw MirrorIsUnusable.withoutArchive(data, mirror);
        if (here.isEmpty() && there.isPresent()) throw MirrorIsUnusable.ofAnotherArchive(data, mirror);
        if (there.isEmpty() && !isEmpty(mirror)) throw MirrorIsUnusable.foreign(mirror);
        if (here.isEmpty()) return begin();
        if (there.isEmpty()) return goOnWithout(here.get());
        return choose(here.get(), there.get(), lockOrTrouble(), judge);
    }

    /// A disk that became read-only cannot be locked, nor need it be: nobody writes there.
    private Optional<IOException> lockOrTrouble() throws IOException {
        try {
            lock.take(mirror);
            return Optional.empty();
        } catch (MirrorIsUnusable inUse) {
            throw inUse;
        } catch (IOException trouble) {
            if (Shortage.is(trouble)) throw trouble;
            return Optional.of(trouble);
        }
    }

    /// What cannot be read is a missing disk; what can be read and is wrong is refused.
    private Optional<Pairing> mirrorsOwn() throws IOException {
        try {
            return mirror.pairing();
        } catch (MirrorIsUnusable wrong) {
            throw wrong;
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> begin() throws IOException {
        if (data.saysBehind()) throw MirrorIsUnusable.fellBehind(data);
        makePrivately(data.root());
        makePrivately(mirror.root());
        lock.take(mirror);
        String pair = names.get();
        var first = List.of(names.get());
        var ours = new Pairing(pair, data.role(), mirror.root().toString(), first);
        boolean isNew = !hasStore(data);
        data.write(isNew ? ours : ours.alone(names.get()));
        mirror.write(new Pairing(pair, mirror.role(), data.root().toString(), first));
        data.becomeWhole();
        if (isNew) mirror.becomeWhole();
        else news.behind(mirror.name(), "it is new");
        return List.of();
    }

    private static void makePrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        if (folder.getParent() != null) makePrivately(folder.getParent());
        Files.createDirectory(folder);
        var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix != null) posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
        if (folder.getParent() != null) Side.forceFolder(folder.getParent());
    }

    /// On disk before anything is acknowledged, so that the missing folder is never taken for whole again.
    private List<String> goOnWithout(Pairing here) throws IOException {
        if (!here.other().equals(mirror.root().toString()))
            throw MirrorIsUnusable.elsewhere(data, mirror, here.other());
        if (data.saysBehind()) throw MirrorIsUnusable.fellBehind(data);
        new WholePair(copies, folders, news).writeOnData(here.alone(names.get()));
        data.becomeWhole();
        news.behind(mirror.name(), "it is not there, or is empty: is its disk mounted?");
        return List.of();
    }

    private List<String> choose(Pairing here, Pairing there, Optional<IOException> unlocked, Judge judge)
            throws IOException {
        if (!here.pair().equals(there.pair())) throw MirrorIsUnusable.ofAnotherArchive(data, mirror);
        refuseACopy(there);
        boolean hereIncludes = here.includes(there);
        boolean thereIncludes = there.includes(here);
        if (!hereIncludes && !thereIncludes) throw MirrorIsUnusable.wentApart(data, mirror);
        if (hereIncludes && thereIncludes) return both(here, there, unlocked, judge);
        if (thereIncludes && unlocked.isPresent()) throw MirrorIsUnusable.leadsReadOnly(data, mirror, unlocked.get());
        Side whole = hereIncludes ? data : mirror;
        whole.becomeWhole();
        whole.sayWhole();
        copies.other(whole).sayBehind();
        news.behind(copies.other(whole).name(), "the other one went on without it");
        return List.of();
    }

    /// A copy of a data folder names the mirror of the one it was copied from, and must not write there.
    private void refuseACopy(Pairing there) throws IOException {
        Path original = data.root().getFileSystem().getPath(there.other());
        if (original.equals(data.root())) return;
        Optional<Pairing> its = new Side(data.role(), original).pairing();
        if (its.filter(it -> it.pair().equals(there.pair())).isPresent())
            throw MirrorIsUnusable.ofTheOriginal(data, mirror, original);
    }

    /// Each start that finds both whole is a step as well: a disk that was set back to an earlier day has not gone
    /// through it, and so is behind.
    private List<String> both(Pairing here, Pairing there, Optional<IOException> unlocked, Judge judge)
            throws IOException {
        List<String> steps = here.alone(names.get()).steps();
        Pairing ours = here.beside(mirror.root().toString()).through(steps);
        Pairing theirs = there.beside(data.root().toString());
        var pair = new WholePair(copies, folders, news);
        return pair.begin(ours, theirs, unlocked, judge, names);
    }

    private boolean hasStore(Side side) {
        return folders.stream().anyMatch(folder -> Files.exists(side.at(folder)));
    }

    private static boolean isEmpty(Side side) throws IOException {
        if (!Files.isDirectory(side.root())) return true;
        try (Stream<Path> inside = Files.list(side.root())) {
            return inside.allMatch(path -> OURS.contains(String.valueOf(path.getFileName())));
        } catch (IOException unreadable) {
            return true;
        }
    }
}
