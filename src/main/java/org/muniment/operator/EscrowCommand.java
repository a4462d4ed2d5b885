package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.Escrow;
import org.muniment.archive.EscrowHolder;
import org.muniment.archive.RootKeys;
import org.muniment.audit.Act;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `keys escrow`: the root keys, sealed to a second person.
@Command(
        name = "escrow",
        description = {
            "Seal all versions of the root keys, of archive and audit trail, to a second person's certificate.",
            "Who has the file and the key to the certificate can open every message: see the key ceremony's guide."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]")
final class EscrowCommand extends DataCommand {
    @Option(names = "--to", paramLabel = "CERT.pem", description = "The second person's certificate (X.509, RSA).")
    private Path to = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to make, outside the data folder. An existing one is never replaced.")
    private Path out = Path.of("");

    private EscrowCommand(Desk desk) {
        super(desk);
    }

    /// The command with those below it.
    static CommandLine with(Desk desk) {
        return new CommandLine(new EscrowCommand(desk))
                .addSubcommand(new EscrowOpenCommand(desk))
                .addSubcommand(new EscrowAttestCommand(desk));
    }

    @Override
    Answer on(DataFolder folder) throws IOException {
        if (to.toString().isEmpty() || out.toString().isEmpty())
            throw new InputIsUnusable("An escrow needs --to, the second person's certificate, and --out, a new file.");
        Path file = desk.terminal().resolve(out).toAbsolutePath().normalize();
        requireOutside(file, folder.path());
        EscrowHolder holder = EscrowHolder.of(Files.readAllBytes(desk.terminal().resolve(to)));
        List<RootKeys> stores = new ArrayList<>(List.of(folder.archive().rootKeys()));
        // Begun first, so that its keys are in the escrow: the entry below would begin it otherwise.
        if (folder.hasPeople() || folder.audit().isBegun())
            stores.add(folder.audit().rootKeys());
        Escrow.Sealed sealed = Escrow.seal(stores, holder, file, folder.clock().instant(), new SecureRandom());
        wrote(
                folder,
                Act.COMMAND_RUN,
                "keys escrow: sealed to %s, certificate %s".formatted(sealed.holder(), sealed.certificate()));
        EscrowWatch.settle(folder);
        return Answer.done(sealed, text(sealed, file));
    }

    private static void requireOutside(Path file, Path dataFolder) throws IOException {
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent))
            throw new InputIsUnusable("There is no folder " + parent + " to write the escrow into.");
        if (parent.toRealPath().startsWith(dataFolder.toRealPath()))
            throw new InputIsUnusable("The escrow must not be in the data folder, with which it would be lost: name a"
                    + " place elsewhere with --out, such as the medium that its holder takes along.");
    }

    private static String text(Escrow.Sealed sealed, Path file) {
        String audit = sealed.roots().size() > 1
                ? ", of the audit trail " + sealed.roots().getLast()
                : "";
        return """
                Sealed to %s
                  certificate  %s
                  root keys    of the archive %s%s
                  file         %s
                  SHA-256      %s
                Give the file to its holder today and keep no copy in this building. Nothing says yet that they can open
                it: that is tried in the yearly rehearsal. Seal anew after each `muniment keys rotate`.""".formatted(
                        sealed.holder(), sealed.certificate(), sealed.roots().getFirst(), audit, file, sealed.sha256());
    }
}
