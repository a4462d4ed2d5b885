package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.muniment.audit.Act;
import org.muniment.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `backup`: copies everything but the root keys to another disk, while the server works.
@Command(
        name = "backup",
        description = {
            "Back up the data folder to another disk, while the server works: mail, audit trail, database, releases,",
            "settings. Root keys are never in it: keep root.p12 and its passphrase elsewhere, apart. A second backup to",
            "the same folder copies only what is new."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand extends DataCommand {
    @Parameters(paramLabel = "TO", description = "The folder for the backup: empty, new, or that of an older backup.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    BackupCommand(Desk desk) {
        super(desk);
    }

    record Done(
            String folder,
            Instant madeAt,
            long mailEntries,
            long auditEntries,
            long files,
            long bytes,
            long copiedFiles,
            long copiedBytes,
            List<String> damaged,
            List<String> doubts) {}

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        Path place = desk.terminal().resolve(to);
        Backup.Made made = new Backup(
                        folder.path(), folder.archive(), folder.audit(), folder.workflow(), folder.clock())
                .to(place, (done, total) -> desk.terminal().progress("%,d of %,d segments".formatted(done, total)));
        wrote(
                folder,
                Act.COMMAND_RUN,
                "backup of %,d entries to %s".formatted(made.note().mail().entries(), place));
        var done = new Done(
                place.toString(),
                made.note().madeAt(),
                made.note().mail().entries(),
                made.note().audit().map(log -> log.entries()).orElse(0L),
                made.note().files(),
                made.note().bytes(),
                made.copiedFiles(),
                made.copiedBytes(),
                made.damaged(),
                made.doubts());
        return made.damaged().isEmpty() && made.doubts().isEmpty()
                ? Answer.done(done, text(done))
                : Answer.no(done, text(done));
    }

    private static String text(Done done) {
        String whole = "Backed up to %s: %,d entries of mail, %,d of the audit trail, %,d files of %,d bytes; %,d files"
                        .formatted(
                                done.folder,
                                done.mailEntries,
                                done.auditEntries,
                                done.files,
                                done.bytes,
                                done.copiedFiles)
                + " (%,d bytes) were new. Root keys are not in it.".formatted(done.copiedBytes);
        return whole
                + listed("\nBut something is wrong with the backup:\n", done.doubts)
                + listed("\nBut the archive is DAMAGED; run `muniment verify --level full`:\n", done.damaged);
    }

    private static String listed(String head, List<String> sentences) {
        return sentences.isEmpty() ? "" : head + String.join("\n", sentences);
    }
}
