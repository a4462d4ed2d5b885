package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.DifferingCopies;
import org.muniment.archive.FilesInDoubt;
import org.muniment.archive.NeededFiles;
import org.muniment.mirror.Judge;
import org.muniment.mirror.Mirror;
import org.muniment.mirror.MirrorNews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the archive and the audit trail of a data folder are: in it, or in it and its mirror. Watches the mirror:
/// raises the alarm, brings up to date what was away.
final class MirroredData implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MirroredData.class);
    private static final int LOOK_SECONDS = 10;
    private static final Judge JUDGE = new Judge() {
        @Override
        public List<Path> inDoubt(Path store) throws IOException {
            return FilesInDoubt.in(store);
        }

        @Override
        public long soundBytes(Path file) throws IOException {
            return FilesInDoubt.soundBytes(file);
        }

        @Override
        public boolean isNeeded(Path store, Path file) throws IOException {
            return NeededFiles.isNeeded(store, file);
        }

        @Override
        public OptionalLong rightInOther(Path leading, Path other) {
            return DifferingCopies.rightInOther(leading, other);
        }
    };

    private final Path dataFolder;
    private final Optional<Mirror> mirror;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mirror watch").factory());

    private MirroredData(Path dataFolder, Optional<Mirror> mirror) {
        this.dataFolder = dataFolder;
        this.mirror = mirror;
    }

    /// With the mirror that is asked for, or the one the folder had; a folder that had one is never opened without
    /// saying so.
    static MirroredData open(Path dataFolder, Optional<Path> asked, Alarms alarms) throws IOException {
        Optional<Path> place = asked.isPresent() ? asked : Mirror.of(dataFolder);
        if (place.isEmpty()) return new MirroredData(dataFolder, Optional.empty());
        var mirror = pair(dataFolder, place.get(), alarms);
        var data = new MirroredData(dataFolder, Optional.of(mirror));
        try {
            say(mirror, alarms);
        } catch (IOException unknown) {
            LOG.warn("It is not known on which disks the copies are", unknown);
        }
        var _ = data.watch.scheduleWithFixedDelay(data::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        return data;
    }

    /// The two copies alone: nobody watches them, and where they are is not looked at.
    static Mirror pair(Path dataFolder, Path place, Alarms alarms) throws IOException {
        return Mirror.open(dataFolder, place, JUDGE, new News(alarms));
    }

    private static void say(Mirror mirror, Alarms alarms) throws IOException {
        if (mirror.isWhole()) alarms.settle(AlarmKind.MIRROR_DEGRADED);
        for (String file : mirror.mended())
            alarms.raise(
                    AlarmKind.MIRROR_MENDED,
                    "One copy of " + file + " was damaged; it was replaced by the other copy, which was not.");
        if (!mirror.isOnOneDisk()) alarms.settle(AlarmKind.MIRROR_ON_ONE_DISK);
        else
            alarms.raise(
                    AlarmKind.MIRROR_ON_ONE_DISK,
                    "The mirror " + mirror.folder() + " is on the same disk as the data folder.");
    }

    /// What the archive opens.
    Path folder() {
        return mirror.map(Mirror::dataFolder).orElse(dataFolder);
    }

    /// Opens the archive; closes this if it cannot.
    Archive openArchive(ArchiveSettings settings, Alarms alarms, InstantSource clock) throws IOException {
        try {
            Archive archive = Archive.open(folder(), settings, alarms, clock);
            archive.rootKeys().escrows().andDiskBehind(this::behind);
            return archive;
        } catch (IOException | RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private Optional<String> behind() {
        return mirror.flatMap(Mirror::behind).map(name -> name + ", which is behind");
    }

    /// How the two copies are doing, in words; nothing where there is one alone.
    Optional<String> state() {
        return mirror.map(Mirror::state);
    }

    Optional<Mirror> mirror() {
        return mirror;
    }

    void look() {
        try {
            if (mirror.isPresent()) mirror.get().resynchroniseIfDue();
        } catch (IOException notYet) {
            LOG.info("The copy that is behind cannot be brought up to date yet: {}", notYet.getMessage());
        } catch (RuntimeException broken) {
            LOG.error("The copy that is behind cannot be brought up to date", broken);
        }
    }

    @Override
    public void close() throws IOException {
        watch.shutdown();
        try {
            if (!watch.awaitTermination(1, TimeUnit.MINUTES)) watch.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (mirror.isPresent()) mirror.get().close();
    }

    /// Turns the mirror's news into the alarm and its end.
    private record News(Alarms alarms) implements MirrorNews {
        @Override
        public void behind(String side, String reason) {
            alarms.raise(
                    AlarmKind.MIRROR_DEGRADED,
                    "New mail is on one disk only: " + side + " is behind (" + reason + ").");
        }

        @Override
        public void mended(String side, String file) {
            alarms.raise(
                    AlarmKind.MIRROR_MENDED,
                    "The copy of " + file + " in " + side
                            + " was damaged; it was replaced by the other copy, which was not.");
        }

        @Override
        public void together() {
            alarms.settle(AlarmKind.MIRROR_DEGRADED);
        }
    }
}
