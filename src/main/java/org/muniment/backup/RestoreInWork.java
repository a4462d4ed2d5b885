package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.Epoch;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.archive.RestoredStore;
import org.muniment.merklelog.Checkpoint;

/// One backup on its way into a folder.
///
/// @param draft where it is put together
record RestoreInWork(OpenedBackup backup, Path draft, Manner manner, ArchiveSettings settings, InstantSource clock) {
    private static final int KEYSTORE_BYTES_MAX = 1 << 20;
    private static final String KEYSTORE = "store/keys/root.p12";

    enum Manner {
        FOR_GOOD,
        REHEARSAL
    }

    /// A store on its way: what it is called, where it and its keystore are.
    private record Part(String name, Path folder, Path keystore) {}

    private record Opened(Epoch epoch, IntegrityReport report) {}

    Restore.Restored restore(Path keys, List<Restore.Handed> elsewhere, Progress progress) throws IOException {
        Part mail = part("the mail", "", keys);
        Optional<Part> trail =
                backup.hasAudit() ? Optional.of(part("the audit trail", BackupInWork.AUDIT, keys)) : Optional.empty();
        requireOwn(elsewhere, trail);
        // Nothing of a backup is copied that somebody else made up. One passphrase opens both keystores.
        ArchiveSettings unlocked = unlock(mail);
        FileTree.makePrivate(draft);
        requireRoom();
        // Until all is done it is no data folder: nobody works on it if this is stopped.
        CopiedFile.write(draft.resolve(BackupNote.NAME), backup.signed().bytes());
        backup.copyTo(draft, progress);
        backup.unpackDatabase(draft);
        try (Alarms alarms = Alarms.in(draft.resolve("workflow"), clock)) {
            Opened first = begin(mail, unlocked, alarms, elsewhere, progress);
            if (trail.isEmpty()) return restored(first, Optional.empty());
            return restored(first, Optional.of(begin(trail.get(), unlocked, alarms, elsewhere, progress)));
        }
    }

    private ArchiveSettings unlock(Part mail) throws IOException {
        RestoredStore.Unlocked unlocked = RestoredStore.in(backup.folder()).unlock(mail.keystore, settings);
        backup.requireSigned(unlocked.key());
        return unlocked.settings();
    }

    private Part part(String name, String folder, Path keys) throws IOException {
        var store = RestoredStore.in(backup.folder().resolve(folder));
        List<Path> candidates = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(keys) ? Files.walk(keys, 6) : Stream.empty()) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                if (file.toString().endsWith(".p12") && Files.size(file) <= KEYSTORE_BYTES_MAX) candidates.add(file);
        }
        Path keystore = store.keystoreAmong(candidates, keys.resolve(folder).resolve(KEYSTORE))
                .orElseThrow(() -> RestoreIsRefused.keystoreIsMissing(name, keys));
        return new Part(name, draft.resolve(folder), keystore);
    }

    private void requireRoom() throws IOException {
        long free = Files.getFileStore(draft).getUsableSpace();
        if (free < backup.list().totalBytes())
            throw RestoreIsRefused.needsRoom(draft, backup.list().totalBytes(), free);
    }

    private void requireOwn(List<Restore.Handed> elsewhere, Optional<Part> trail) throws IOException {
        for (Restore.Handed handed : elsewhere) {
            boolean isOwn = RestoredStore.in(backup.folder()).isOwn(handed.checkpoint())
                    || (trail.isPresent()
                            && RestoredStore.in(backup.folder().resolve(BackupInWork.AUDIT))
                                    .isOwn(handed.checkpoint()));
            if (!isOwn) throw RestoreIsRefused.isOfNoLog(handed.file());
        }
    }

    private Opened begin(
            Part part, ArchiveSettings with, Alarms alarms, List<Restore.Handed> elsewhere, Progress progress)
            throws IOException {
        var store = RestoredStore.in(part.folder);
        if (manner == Manner.FOR_GOOD) store.takeKeystore(part.keystore, with.random());
        else store.borrowKeystore(part.keystore, with.random());
        try (Archive archive = Archive.open(part.folder, with, alarms, clock)) {
            List<Checkpoint> own = elsewhere.stream()
                    .map(Restore.Handed::checkpoint)
                    .filter(store::isOwn)
                    .toList();
            Epoch epoch = store.begin(archive, own, backup.note().madeAt(), progress);
            Level level = manner == Manner.FOR_GOOD ? Level.QUICK : Level.FULL;
            return new Opened(epoch, archive.check(level, progress));
        }
    }

    private Restore.Restored restored(Opened mail, Optional<Opened> trail) {
        List<String> findings = new ArrayList<>(mail.report.findings());
        trail.ifPresent(it -> findings.addAll(it.report.findings()));
        return new Restore.Restored(
                backup.note(),
                mail.epoch,
                trail.map(Opened::epoch),
                mail.report.checked() + trail.map(it -> it.report.checked()).orElse(0L),
                findings);
    }
}
