package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.muniment.archive.EscrowAttestation;
import org.muniment.archive.EscrowHolder;
import org.muniment.archive.Escrows;
import org.muniment.audit.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `keys escrow attest`: a holder says that their copy of a root key is destroyed.
@Command(
        name = "attest",
        description = {
            "Print what the holder of an escrow signs once their copy is destroyed; with --signed, write down that they",
            "did. A destruction of records is complete only when every holder has attested."
        },
        mixinStandardHelpOptions = true)
final class EscrowAttestCommand extends DataCommand {
    @Option(names = "--to", required = true, paramLabel = "CERT.pem", description = "The holder's certificate.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Option(names = "--root", required = true, paramLabel = "N", description = "The version of the root key.")
    private int root;

    @Option(names = "--audit", description = "The audit trail's root key instead of the archive's.")
    private boolean audit;

    @Option(
            names = "--signed",
            paramLabel = "FILE",
            description =
                    "What the holder signed: CMS with the text in it, such as `openssl cms -sign -nodetach` makes.")
    private Optional<Path> signed = Optional.empty();

    EscrowAttestCommand(Desk desk) {
        super(desk);
    }

    record Said(EscrowAttestation attestation, String text, boolean isWritten) {}

    @Override
    Answer on(DataFolder folder) throws IOException {
        if (audit && !folder.audit().isBegun()) throw new InputIsUnusable("There is no audit trail yet.");
        Escrows escrows = (audit ? folder.audit().rootKeys() : folder.archive().rootKeys()).escrows();
        EscrowHolder holder = EscrowHolder.of(Files.readAllBytes(desk.terminal().resolve(to)));
        String today =
                LocalDate.ofInstant(folder.clock().instant(), folder.zone()).toString();
        if (signed.isEmpty()) {
            EscrowAttestation asked = escrows.attestation(holder, root, today);
            return Answer.done(
                    new Said(asked, asked.text(), false), asked.text().stripTrailing());
        }
        byte[] bytes = Files.readAllBytes(desk.terminal().resolve(signed.get()));
        EscrowAttestation said = escrows.attest(holder, root, bytes, today);
        wrote(
                folder,
                Act.COMMAND_RUN,
                "keys escrow attest: %s, version %d of the root key, on %s"
                        .formatted(holder.name(), root, said.date()));
        return Answer.done(
                new Said(said, said.text(), true),
                "Written down: %s attests that no copy of version %d is left with them, since %s."
                        .formatted(holder.name(), root, said.date()));
    }
}
