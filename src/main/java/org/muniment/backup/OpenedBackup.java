package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.muniment.archive.CopiedFile;
import org.muniment.archive.Progress;
import org.muniment.archive.RestoredStore;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedNote;

/// A backup whose note and list fit together. Whether its files are as listed is known once they
/// were copied; who signed it, once there is a keystore.
record OpenedBackup(Path folder, SignedNote signed, BackupNote note, BackupList list) {
    private static final int NAMED_MAX = 5;

    /// Throws [BackupIsUnusable] for half a backup or none.
    static OpenedBackup in(Path folder) throws IOException {
        SignedNote signed = BackupNote.read(folder);
        BackupNote note = BackupNote.parse(folder, signed);
        return new OpenedBackup(folder, signed, note, BackupList.read(folder, note.listSha256()));
    }

    void requireSigned(NoteVerifier key) {
        try {
            signed.verify(key.named(note.mail().origin()));
        } catch (ProofIsInvalid forged) {
            throw BackupIsUnusable.says(folder.resolve(BackupNote.NAME)
                    + " was not signed with the key in this keystore: " + forged.getMessage()
                    + ". The keystore is another archive's, or somebody made this backup up.");
        }
    }

    /// Copies every file to its place in a folder, comparing each with the list; all damage is named
    /// before nothing is restored.
    void copyTo(Path target, Progress progress) throws IOException {
        List<String> damaged = new ArrayList<>();
        long done = 0;
        for (var file : list.files().entrySet()) {
            Path from = file.getValue().file();
            if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) damaged.add(from + " is missing");
            else if (!CopiedFile.of(from, target.resolve(file.getKey()))
                    .sha256()
                    .equals(file.getValue().sha256())) damaged.add(from + " is not what was backed up");
            else Files.setLastModifiedTime(target.resolve(file.getKey()), Files.getLastModifiedTime(from));
            progress.reached(++done, list.files().size());
        }
        if (!damaged.isEmpty()) throw BackupIsUnusable.says(sentence(damaged));
    }

    private String sentence(List<String> damaged) {
        String named = String.join(
                "; ", damaged.stream().limit(NAMED_MAX).map(this::withContent).toList());
        return "%,d of %,d files of the backup are damaged: %s. The other files are whole. A sealed segment is the same in"
                        .formatted(damaged.size(), list.files().size(), named)
                + " every backup and on the old disk: put one that is whole in its place and restore again;"
                + " `muniment verify --level scrub --data " + folder + "` names what can be read of it.";
    }

    private String withContent(String sentence) {
        Path file = Path.of(sentence.replaceFirst(" is (?:missing|not what was backed up)$", ""));
        try {
            Optional<String> held = RestoredStore.in(folder).holds(file);
            return held.map(what -> sentence + " (" + what + ")").orElse(sentence);
        } catch (IOException unknown) {
            return sentence;
        }
    }

    /// Puts the database where it is opened.
    void unpackDatabase(Path target) throws IOException {
        Path zip = target.resolve(BackupInWork.DATABASE);
        if (!Files.exists(zip)) return;
        try (var from = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (!entry.getName().equals("muniment.mv.db"))
                    throw BackupIsUnusable.says(zip + " holds " + entry.getName() + ", which no backup has");
                Files.copy(from, zip.resolveSibling(entry.getName()));
            }
        }
        CopiedFile.forced(zip.resolveSibling("muniment.mv.db"));
        Files.delete(zip);
    }

    boolean hasAudit() {
        return note.audit().isPresent();
    }
}
