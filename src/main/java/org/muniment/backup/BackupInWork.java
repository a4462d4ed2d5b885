package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.Progress;
import org.muniment.archive.StoreCopy;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;

/// One backup on its way from the first file to its note.
final class BackupInWork {
    static final String AUDIT = "audit";
    static final String DATABASE = "workflow/muniment.zip";

    private final Path to;
    private final Path staged;
    private final Map<Path, CopiedFile> known = new LinkedHashMap<>();
    private final Set<Path> before;
    private final StoreCopy mail;
    private final Optional<StoreCopy> trail;
    private final List<CopiedFile> files = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private StoreCopy.@Nullable Copied mailCopied;
    private Optional<StoreCopy.Copied> auditCopied = Optional.empty();
    private BackupList list;

    BackupInWork(Path to, Map<String, CopiedFile> older, Archive archive, AuditTrail audit) throws IOException {
        this.to = to;
        this.staged = to.resolve(Backup.STAGED);
        older.values().forEach(file -> known.put(file.file(), file));
        this.before = Set.copyOf(known.keySet());
        this.mail = archive.copy();
        this.trail = audit.copy();
        this.list = BackupList.of(to, List.of());
    }

    private Optional<CopiedFile> known(Path file) {
        return Optional.ofNullable(known.get(file));
    }

    /// What may take hours, and takes nothing from an older backup.
    void copyEnded(Progress progress) throws IOException {
        FileTree.delete(staged);
        Files.createDirectories(staged);
        mail.copyEnded(to, this::known, progress).forEach(file -> known.put(file.file(), file));
        if (trail.isEmpty()) return;
        trail.get()
                .copyEnded(to.resolve(AUDIT), this::known, Progress.UNSEEN)
                .forEach(file -> known.put(file.file(), file));
    }

    /// Whatever names entries of a store is copied before it: a copy of a row without its entry would be a lie.
    void copyRest(Path dataFolder, WorkflowDatabase workflow) throws IOException {
        if (workflow.isThere()) {
            Path zip = staged.resolve(DATABASE);
            Files.createDirectories(Objects.requireNonNull(zip.getParent()));
            workflow.backUp(zip);
            files.add(CopiedFile.forced(zip));
        }
        files.addAll(new OtherFiles(dataFolder).copy(to, staged, this::known, doubts::add));
        if (trail.isPresent())
            auditCopied = Optional.of(trail.get().copyAll(to.resolve(AUDIT), staged.resolve(AUDIT), this::known));
        StoreCopy.Copied all = mail.copyAll(to, staged, this::known);
        mailCopied = all;
        auditCopied.ifPresent(copied -> files.addAll(copied.files()));
        files.addAll(all.files());
        damaged.addAll(all.damaged());
        auditCopied.ifPresent(copied -> damaged.addAll(copied.damaged()));
    }

    /// Reads again some of what it takes over from an older backup.
    void lookAgain(Path dataFolder) throws IOException {
        doubts.addAll(new SecondLook(to, dataFolder, this::isDamaged)
                .at(files.stream().filter(file -> before.contains(file.file())).toList()));
        list = BackupList.of(to, files.stream().map(this::inPlace).toList());
    }

    /// Listed so, it is not taken over by the next backup.
    private void isDamaged(CopiedFile found) {
        files.replaceAll(file -> file.equals(found) ? file.damaged() : file);
    }

    private CopiedFile inPlace(CopiedFile file) {
        return file.file().startsWith(staged) ? file.at(to.resolve(staged.relativize(file.file()))) : file;
    }

    BackupNote note(Instant now) throws IOException {
        CopiedFile written = CopiedFile.write(staged.resolve(BackupList.NAME), list.bytes());
        return new BackupNote(
                now,
                name(Objects.requireNonNull(mailCopied)),
                auditCopied.map(BackupInWork::name),
                files.size(),
                list.totalBytes(),
                written.sha256());
    }

    private static BackupNote.LogName name(StoreCopy.Copied copied) {
        return new BackupNote.LogName(copied.origin(), copied.entries());
    }

    /// Puts everything in its place; the note is written when all else is on disk.
    void commit(byte[] note) throws IOException {
        Files.deleteIfExists(to.resolve(BackupNote.NAME));
        for (CopiedFile file : files)
            if (file.file().startsWith(staged)) file.movedTo(inPlace(file).file());
        CopiedFile.read(staged.resolve(BackupList.NAME)).movedTo(to.resolve(BackupList.NAME));
        CopiedFile.write(to.resolve(BackupNote.NAME), note);
        for (Path outdated : before) if (list.known(outdated).isEmpty()) Files.deleteIfExists(outdated);
        FileTree.delete(staged);
    }

    Backup.Made made(BackupNote note) {
        List<CopiedFile> travelled =
                files.stream().filter(file -> !before.contains(file.file())).toList();
        long bytes = travelled.stream().mapToLong(CopiedFile::bytes).sum();
        return new Backup.Made(note, travelled.size(), bytes, List.copyOf(damaged), List.copyOf(doubts));
    }
}
