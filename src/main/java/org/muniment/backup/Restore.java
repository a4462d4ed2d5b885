package org.muniment.backup;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Epoch;
import org.muniment.archive.Progress;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.NoteIsMalformed;

/// This restores a backup: into a new folder, where it goes on in logs of new origins, or into one that is deleted
/// again, to see that it can be done ([ADR 47](docs/adr/0047-epoch.md)).
public final class Restore {
    private static final String UNFINISHED = ".restoring";
    private static final int CHECKPOINT_BYTES_MAX = 1 << 16;

    private final Path from;
    private final Path keys;
    private final ArchiveSettings settings;
    private final InstantSource clock;

    /// @param keys a folder below which the keystores are
    public Restore(Path from, Path keys, ArchiveSettings settings, InstantSource clock) {
        this.from = from.toAbsolutePath().normalize();
        this.keys = keys.toAbsolutePath().normalize();
        this.settings = settings;
        this.clock = clock;
    }

    /// What was restored.
    ///
    /// @param checked how many entries were checked; in a rehearsal all, with every byte
    /// @param findings of that check
    public record Restored(BackupNote backup, Epoch mail, Optional<Epoch> audit, long checked, List<String> findings) {}

    /// Restores into a folder that is not there, or empty. Until all is done it has another name, so
    /// that what a stop leaves is never taken for an archive.
    ///
    /// @param checkpoints files with checkpoints of either log that somebody kept elsewhere
    public Restored to(Path target, List<Path> checkpoints, Progress progress) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        requireEmpty(place);
        Path draft = place.resolveSibling(place.getFileName() + UNFINISHED);
        FileTree.delete(draft);
        Restored restored = restored(draft, RestoreInWork.Manner.FOR_GOOD, read(checkpoints), progress);
        if (!restored.findings().isEmpty()) throw RestoreIsRefused.found(draft, restored.findings());
        Files.delete(draft.resolve(BackupNote.NAME));
        Files.deleteIfExists(place);
        Files.move(draft, place);
        return restored;
    }

    /// Restores into a folder of its own, checks every byte there, and deletes it again. The keystores
    /// are led to, not copied.
    public Restored rehearse(Path scratch, Progress progress) throws IOException {
        Path draft = scratch.toAbsolutePath().normalize();
        requireEmpty(draft);
        try {
            return restored(draft, RestoreInWork.Manner.REHEARSAL, List.of(), progress);
        } finally {
            FileTree.delete(draft);
        }
    }

    private Restored restored(Path draft, RestoreInWork.Manner manner, List<Handed> checkpoints, Progress progress)
            throws IOException {
        try {
            return new RestoreInWork(OpenedBackup.in(from), draft, manner, settings, clock)
                    .restore(keys, checkpoints, progress);
        } catch (IOException | RuntimeException failure) {
            if (DiskTrouble.isFull(failure)) throw RestoreIsRefused.diskIsFull(draft);
            if (DiskTrouble.isReadOnly(failure, draft)) throw RestoreIsRefused.cannotBeWritten(draft);
            throw failure;
        }
    }

    private static void requireEmpty(Path place) throws IOException {
        if (!Files.exists(place)) return;
        if (!Files.isDirectory(place)) throw RestoreIsRefused.targetIsNotEmpty(place);
        try (Stream<Path> files = Files.list(place)) {
            if (files.findAny().isPresent()) throw RestoreIsRefused.targetIsNotEmpty(place);
        }
    }

    private static List<Handed> read(List<Path> files) throws IOException {
        List<Handed> checkpoints = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) > CHECKPOINT_BYTES_MAX) throw RestoreIsRefused.isNoCheckpoint(file, "it is too long");
            try {
                // Mail programs do with the ends of lines as they like.
                String text = Files.readString(file).replace("\r\n", "\n");
                checkpoints.add(new Handed(file, Checkpoint.parse(text.getBytes(StandardCharsets.UTF_8))));
            } catch (NoteIsMalformed | MalformedInputException wrong) {
                throw RestoreIsRefused.isNoCheckpoint(file, String.valueOf(wrong.getMessage()));
            }
        }
        return checkpoints;
    }

    /// A checkpoint that somebody kept elsewhere.
    record Handed(Path file, Checkpoint checkpoint) {}
}
