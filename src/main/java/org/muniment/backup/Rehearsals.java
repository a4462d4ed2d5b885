package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import tools.jackson.databind.json.JsonMapper;

/// This is where it is kept that a backup was restored and checked, and what was found.
public final class Rehearsals {
    private static final String KIND = "backup-rehearsed";

    private final Path dataFolder;
    private final Archive archive;

    public Rehearsals(Path dataFolder, Archive archive) {
        this.dataFolder = dataFolder;
        this.archive = archive;
    }

    private record Rehearsed(Instant backupMadeAt, long entries, long checked, long findings, String list) {}

    /// Keeps the report, signed, and says in the log that there was a rehearsal; both are on disk on return.
    public void keep(Restore.Restored restored, Instant now) throws IOException {
        BackupNote backup = restored.backup();
        String text = """
                muniment backup rehearsed v1
                at %s
                backup %s %s
                checked %d findings %d
                """.formatted(
                        now,
                        backup.madeAt(),
                        backup.listSha256(),
                        restored.checked(),
                        restored.findings().size());
        BackupReports.in(dataFolder)
                .keep(
                        now,
                        restored.findings().isEmpty() ? BackupReports.REHEARSAL : BackupReports.FAILED,
                        archive.sign(text).bytes());
        var event = new Rehearsed(
                backup.madeAt(),
                backup.mail().entries(),
                restored.checked(),
                restored.findings().size(),
                backup.listSha256());
        if (archive.readOnlyReason().isEmpty())
            archive.record(new LifecycleEvent(KIND, JsonMapper.shared().writeValueAsString(event)));
    }
}
