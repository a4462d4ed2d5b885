package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.mirror.Mirror;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// What may happen while one disk of a [MirrorStory] is brought up to date from the other.
///
/// @param source the disk that has everything
/// @param target the one that is behind
record MirrorMisfortunes(Random random, Mirror mirror, Place source, Place target) {
    private static final int ACTS_MAX = 600;

    /// A disk and the copy's folder on it.
    record Place(SimulatedDisk disk, Path folder) {
        Set<String> names() {
            var names = new TreeSet<String>();
            for (Path file : disk.files())
                if (file.startsWith(folder.resolve("store")))
                    names.add(folder.relativize(file).toString());
            return names;
        }
    }

    static MirrorMisfortunes of(Random random, Mirror mirror, Place data, Place other) {
        boolean dataIsBehind = mirror.state().startsWith("the data folder");
        return new MirrorMisfortunes(random, mirror, dataIsBehind ? other : data, dataIsBehind ? data : other);
    }

    /// Returns whether the other disk had no trouble meanwhile.
    boolean tryToResynchronise() {
        if (mirror.isWhole()) return true;
        int misfortune = random.nextInt(4);
        switch (misfortune) {
            case 0 -> loseTheSource();
            case 1 -> failOnce();
            case 2 -> rotWhatTheOtherHas();
            default -> attempt();
        }
        return misfortune != 0;
    }

    private void attempt() {
        try {
            mirror.resynchronise();
        } catch (IOException whatTheDiskDid) {
            assertThat(mirror.isWhole()).isFalse();
        }
    }

    /// What both had is still there.
    private void loseTheSource() {
        Set<String> both = target.names();
        both.retainAll(source.names());
        source.disk.incidents().goAfter(random.nextInt(ACTS_MAX), random.nextBoolean());
        attempt();
        source.disk.incidents().comeBack();
        assertThat(target.names()).as("what the disk that is left still has").containsAll(both);
    }

    private void failOnce() {
        target.disk.incidents().failOnceAfter(random.nextInt(ACTS_MAX));
        attempt();
    }

    /// A segment that has ended, and is whole on the other disk: that one mends it.
    private void rotWhatTheOtherHas() {
        if (target.disk.isStopped() || source.disk.isStopped()) return;
        target.disk.become(Faults.NONE);
        source.disk.become(Faults.NONE);
        target.disk.freeSpace();
        source.disk.freeSpace();
        List<String> ended = ended();
        if (!ended.isEmpty()) {
            Path file = source.folder.resolve(ended.get(random.nextInt(ended.size())));
            rot(file);
        }
        attempt();
        assertThat(mirror.isWhole())
                .as("brought up to date by two disks without faults")
                .isTrue();
    }

    private void rot(Path file) {
        try {
            source.disk.rot(file, 8L * random.nextInt((int) SimulatedDisk.size(file)) + random.nextInt(8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ended() {
        var segments = new ArrayList<String>();
        for (String name : source.names()) if (name.endsWith(StoreLayout.SEGMENT_SUFFIX)) segments.add(name);
        if (!segments.isEmpty()) segments.removeLast();
        segments.removeIf(name -> !Arrays.equals(
                SimulatedDisk.bytes(source.folder.resolve(name)), SimulatedDisk.bytes(target.folder.resolve(name))));
        return segments;
    }
}
