package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Escrow;
import org.muniment.audit.Act;
import org.muniment.workflow.WorkflowDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `keys escrow open`: gives an archive back its keystores.
@Command(
        name = "open",
        description = {
            "Give an archive that stands still its keystores back, with the holder's key. Needed when the keystore or",
            "the passphrase is lost. The keys go under the passphrase in its file; where there is none, one is made."
        },
        mixinStandardHelpOptions = true)
final class EscrowOpenCommand extends DataCommand {
    @Parameters(paramLabel = "FILE", description = "The file that `muniment keys escrow` made.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "HOLDER.pem",
            description = "The holder's private key (PEM, without a passphrase).")
    @SuppressWarnings("NullAway.Init")
    private Path key;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description =
                    "Write the keystores into this folder instead, for `muniment restore --keys DIR`: when the data"
                            + " folder is lost as well, and in a rehearsal.")
    private Optional<Path> keys = Optional.empty();

    EscrowOpenCommand(Desk desk) {
        super(desk);
    }

    /// @param audit versions of the audit trail's root key; empty if nothing was lost there
    record GivenBack(List<Integer> archive, List<Integer> audit, List<Integer> destroyedAgain) {}

    record Written(String folder, String passphrase) {}

    /// Nothing that needs the keys is open while they come back.
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (desk.held().isPresent())
            throw new InputIsUnusable("The archive is running with its keys: nothing is lost, nothing was changed.");
        Path path = desk.terminal().resolve(data);
        if (keys.isEmpty() && !Archive.isIn(path)) throw new NoArchiveIsThere(path);
        Escrow escrow = Escrow.open(
                Files.readAllBytes(desk.terminal().resolve(file)),
                Files.readAllBytes(desk.terminal().resolve(key)));
        if (keys.isPresent()) return say(written(escrow, desk.terminal().resolve(keys.get())));
        GivenBack back = givenBack(path, escrow);
        if (back.archive.isEmpty() && back.audit.isEmpty())
            return say(Answer.no(
                    back,
                    "Nothing is lost: the keystores there open every segment of %s. Nothing was changed."
                            .formatted(path)));
        return say(desk.withFolder(data, folder -> checked(folder, back)));
    }

    private Answer written(Escrow escrow, Path folder) throws IOException {
        String passphrase = escrow.writeKeystores(folder, desk.settings().archive());
        return Answer.done(
                new Written(folder.toString(), passphrase),
                "The keystores of %s are below %s, under the passphrase in %s.%nNow `muniment restore BACKUP --data NEW --keys %s`."
                        .formatted(escrow.origins().getFirst(), folder, passphrase, folder));
    }

    private GivenBack givenBack(Path path, Escrow escrow) throws IOException {
        try (FolderLock _ = FolderLock.take(path);
                WorkflowDatabase workflow = WorkflowDatabase.in(path.resolve("workflow"));
                Alarms alarms = Alarms.in(workflow, desk.settings().clock());
                MirroredData mirrored = MirroredData.open(path, Optional.empty(), alarms)) {
            ArchiveSettings settings = desk.settings().archive();
            Path auditFolder = mirrored.folder().resolve("audit");
            List<Integer> archive = escrow.giveBack(mirrored.folder(), settings)
                    .orElseThrow(() -> new InputIsUnusable("The escrow is not of this archive but of "
                            + escrow.origins().getFirst() + ". Nothing was changed."));
            List<Integer> audit = Archive.isIn(auditFolder)
                    ? escrow.giveBack(auditFolder, Archive.settingsBeside(mirrored.folder(), settings))
                            .orElse(List.of())
                    : List.of();
            return new GivenBack(archive, audit, List.of());
        }
    }

    @Override
    Answer on(DataFolder folder) {
        throw new IllegalStateException("it is done while the folder is closed");
    }

    private Answer checked(DataFolder folder, GivenBack back) throws IOException {
        List<Integer> again = folder.archive().rootKeys().destroyWhatCameBack();
        if (!back.audit.isEmpty()) folder.audit().rootKeys().destroyWhatCameBack();
        wrote(
                folder,
                Act.COMMAND_RUN,
                "keys escrow open: root keys %s of the archive, %s of the audit trail"
                        .formatted(back.archive, back.audit));
        return Answer.done(new GivenBack(back.archive, back.audit, again), text(folder, back, again));
    }

    private static String text(DataFolder folder, GivenBack back, List<Integer> again) {
        return "The keystores are back: root keys %s of the archive%s. They open every segment.\n"
                        .formatted(
                                back.archive.isEmpty() ? "(nothing was lost there)" : back.archive,
                                back.audit.isEmpty() ? "" : ", " + back.audit + " of the audit trail")
                + (again.isEmpty() ? "" : "Version " + again + " was destroyed before, and is again.\n")
                + "The passphrase is in " + folder.archive().passphrasePlace()
                + ".\nNow `muniment verify --level full`, then a key ceremony: new copies for both safes, and a new escrow.";
    }
}
