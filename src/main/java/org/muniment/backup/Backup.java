package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Progress;
import org.muniment.audit.AuditTrail;
import org.muniment.merklelog.SignedNote;
import org.muniment.workflow.WorkflowDatabase;
import tools.jackson.databind.json.JsonMapper;

/// This makes backups of a data folder while everything goes on in it. A second backup into the
/// same folder copies only what is new. What the folder has already stays whole until the new
/// backup is complete beside it; then files change places, and the signed note is written last
/// ([ADR 46](docs/adr/0046-backup.md)).
public final class Backup {
    static final String STAGED = ".next";
    private static final String KIND = "backed-up";
    private static final ReentrantLock RUNNING = new ReentrantLock();

    private final Path dataFolder;
    private final Archive archive;
    private final AuditTrail audit;
    private final WorkflowDatabase workflow;
    private final InstantSource clock;

    public Backup(Path dataFolder, Archive archive, AuditTrail audit, WorkflowDatabase workflow, InstantSource clock) {
        this.dataFolder = dataFolder.toAbsolutePath().normalize();
        this.archive = archive;
        this.audit = audit;
        this.workflow = workflow;
        this.clock = clock;
    }

    /// Whether a folder is a backup, or what a stopped restore left of one.
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(BackupNote.NAME));
    }

    /// What was made.
    ///
    /// @param copiedFiles how many files travelled; the others were there already
    /// @param damaged a sentence for each file of the archive whose bytes are not what was written
    /// @param doubts a sentence for each file of the backup that had changed on its disk, and for each
    ///     link behind which nothing could be copied
    public record Made(
            BackupNote note, long copiedFiles, long copiedBytes, List<String> damaged, List<String> doubts) {}

    /// Makes a backup; it is whole and on disk on return. Throws [BackupIsRefused]. If it throws
    /// anything else, what the folder had before is whole still, or says when it is used that it is
    /// not.
    public Made to(Path folder, Progress progress) throws IOException {
        Path to = folder.toAbsolutePath().normalize();
        requirePlace(to);
        if (!RUNNING.tryLock()) throw BackupIsRefused.isRunning();
        try {
            return made(to, progress);
        } catch (IOException | RuntimeException failure) {
            boolean hasOlder = Files.exists(to.resolve(BackupNote.NAME));
            if (DiskTrouble.isFull(failure)) throw BackupIsRefused.diskIsFull(to, hasOlder);
            if (DiskTrouble.isReadOnly(failure, to)) throw BackupIsRefused.cannotBeWritten(to, hasOlder);
            throw failure;
        } finally {
            RUNNING.unlock();
        }
    }

    private Made made(Path to, Progress progress) throws IOException {
        FileTree.makePrivate(to);
        var work = new BackupInWork(to, known(to), archive, audit);
        work.copyEnded(progress);
        work.copyRest(dataFolder, workflow);
        work.lookAgain(dataFolder);
        BackupNote note = work.note(clock.instant());
        SignedNote signed = archive.sign(note.text());
        work.commit(signed.bytes());
        BackupReports.in(dataFolder).keep(note.madeAt(), BackupReports.BACKUP, signed.bytes());
        if (archive.readOnlyReason().isEmpty())
            archive.record(new LifecycleEvent(KIND, JsonMapper.shared().writeValueAsString(note)));
        return work.made(note);
    }

    private void requirePlace(Path to) throws IOException {
        if (archive.readOnlyReason().isPresent() && archive.checkpoint().isEmpty() && archive.size() > 0)
            throw BackupIsRefused.isReadOnly(archive.readOnlyReason().get());
        if (to.startsWith(dataFolder) || dataFolder.startsWith(to)) throw BackupIsRefused.isInside(to, dataFolder);
        if (!Files.exists(to)) return;
        try (Stream<Path> files = Files.list(to)) {
            boolean isOurs = Files.exists(to.resolve(BackupNote.NAME))
                    || Files.exists(to.resolve(BackupList.NAME))
                    || Files.exists(to.resolve(STAGED));
            if (!isOurs && files.findAny().isPresent()) throw BackupIsRefused.holdsOtherThings(to);
        }
    }

    /// What an older backup in the folder has; a half one is begun anew, beside what was sealed.
    private Map<String, CopiedFile> known(Path to) throws IOException {
        if (!Files.exists(to.resolve(BackupNote.NAME))) return Map.of();
        try {
            BackupNote older = BackupNote.parse(to, BackupNote.read(to));
            if (!older.mail().origin().equals(archive.origin()))
                throw BackupIsRefused.isOfAnother(to, older.mail().origin());
            return BackupList.read(to, older.listSha256()).files();
        } catch (BackupIsUnusable damaged) {
            // It is what this backup replaces.
            return Map.of();
        }
    }
}
