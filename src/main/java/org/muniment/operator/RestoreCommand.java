package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Epoch;
import org.muniment.audit.Act;
import org.muniment.backup.Rehearsals;
import org.muniment.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `restore`: a backup into a new folder, or a rehearsal of it beside the running server.
@Command(
        name = "restore",
        description = {
            "Restore a backup into a new folder (--data), where the archive goes on in a log of a new origin; or",
            "rehearse it: restore to scratch, check every byte, delete it again and write down that it could be done."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand extends DataCommand {
    @Parameters(paramLabel = "FROM", description = "The folder that `muniment backup` wrote to.")
    @SuppressWarnings("NullAway.Init")
    private Path from;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "The folder with the root.p12 of the mail and that of the audit trail, in any folder below"
                    + " it; no backup has them. A rehearsal takes those of the data folder.")
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that counsel, a witness or the old disk has: numbers up to it are stepped over."
                    + " Repeat it for more.")
    private List<Path> checkpoints = List.of();

    @Option(names = "--rehearse", description = "Restore to scratch, check everything, delete it.")
    private boolean rehearse;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Where a rehearsal restores to, with room for all of it. Default: a folder for temporary"
                    + " files.")
    private Optional<Path> scratch = Optional.empty();

    RestoreCommand(Desk desk) {
        super(desk);
    }

    record Done(
            String folder,
            Instant backupMadeAt,
            Epoch mail,
            Optional<Epoch> audit,
            long checked,
            List<String> findings) {}

    /// A restore makes its folder; only a rehearsal has one already.
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rehearse || desk.held().isPresent()) return super.call();
        Path target = desk.terminal().resolve(data);
        Path keystores = desk.terminal()
                .resolve(keys.orElseThrow(() -> new InputIsUnusable("A restore needs --keys: the folder with root.p12."
                        + " No backup holds root keys; they are on the medium in your safe, or with their escrow.")));
        Restore.Restored restored = restore(keystores, desk.settings().archive())
                .to(target, checkpoints.stream().map(desk.terminal()::resolve).toList(), this::progress);
        return say(Answer.done(done(target, restored), text(target, restored)));
    }

    private Restore restore(Path keystores, ArchiveSettings settings) {
        return new Restore(
                desk.terminal().resolve(from),
                keystores,
                settings,
                desk.settings().clock());
    }

    private void progress(long done, long total) {
        desk.terminal().progress("%,d of %,d".formatted(done, total));
    }

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        if (!rehearse)
            throw new InputIsUnusable(folder.path() + " is in use. Restore into a new folder: name it with --data.");
        Path place = scratch.isPresent()
                ? desk.terminal().resolve(scratch.get())
                : Files.createTempDirectory("muniment-rehearsal");
        ArchiveSettings settings = folder.archive().withSamePassphrase(ArchiveSettings.standard());
        Restore.Restored restored = restore(keys.map(desk.terminal()::resolve).orElse(folder.path()), settings)
                .rehearse(place, this::progress);
        new Rehearsals(folder.path(), folder.archive())
                .keep(restored, folder.clock().instant());
        wrote(
                folder,
                Act.COMMAND_RUN,
                "restore --rehearse: %,d entries checked, %,d findings"
                        .formatted(restored.checked(), restored.findings().size()));
        Done done = done(place, restored);
        if (restored.findings().isEmpty())
            return Answer.done(
                    done,
                    "The backup of %s was restored, %,d entries were checked byte for byte: all well. It was deleted again."
                            .formatted(done.backupMadeAt, done.checked));
        return Answer.no(
                done,
                "The backup of %s was restored, %,d entries were checked: NOT well.\n%s"
                        .formatted(done.backupMadeAt, done.checked, String.join("\n", done.findings)));
    }

    private static Done done(Path folder, Restore.Restored restored) {
        return new Done(
                folder.toString(),
                restored.backup().madeAt(),
                restored.mail(),
                restored.audit(),
                restored.checked(),
                restored.findings());
    }

    private static String text(Path target, Restore.Restored restored) {
        return Stream.concat(
                                Stream.of(
                                        "Restored into " + target + ".",
                                        restored.mail().sentence()),
                                restored.audit().map(it -> "The audit trail: " + it.sentence()).stream())
                        .reduce((one, next) -> one + "\n" + next)
                        .orElseThrow()
                + "\nRun `muniment verify --level full --data " + target
                + "` before mail servers deliver to it, begin a"
                + " new backup in an empty folder, and give the log's new key (`muniment health`) to whoever had the old.";
    }
}
