package org.muniment.operator;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.proof.KnownReleases;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `prove`: a bundle for a court.
@Command(
        name = "prove",
        description = "Write a proof bundle that bash and openssl alone can check: run verify.sh in it.",
        mixinStandardHelpOptions = true)
final class ProveCommand extends ReadingCommand {
    private static final int NAMED_MAX = 50;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A folder that is new or empty.")
    private Path out = Path.of("");

    @Parameters(paramLabel = "ACCESSION", arity = "1..*", description = "Accession numbers.")
    private long[] accessions = {};

    ProveCommand(Desk desk) {
        super(desk);
    }

    record Proved(String folder, List<Long> items, String keyFingerprint, String manifestSha256, String warning) {}

    private Selection selection(ToolReader reader) {
        return new Selection(
                "accession numbers named to the command prove: " + named(),
                reader.actor().name() + ", " + reader.actor().from(),
                reader.purpose()
                        .map(purpose -> purpose.kind() + " " + purpose.reference())
                        .orElse(""));
    }

    private String named() {
        String first = Arrays.stream(accessions)
                .limit(NAMED_MAX)
                .mapToObj(Long::toString)
                .collect(joining(", "));
        return accessions.length <= NAMED_MAX
                ? first
                : first + " and %,d more".formatted(accessions.length - NAMED_MAX);
    }

    @Override
    Answer on(DataFolder folder, ToolReader reader) throws IOException, InterruptedException {
        List<AccessionNumber> numbers =
                Arrays.stream(accessions).mapToObj(AccessionNumber::new).toList();
        for (AccessionNumber number : numbers) reader.capture(number);
        reader.wrote(Act.PROVED, "%,d captures proved".formatted(numbers.size()), numbers);
        ProofBundle.Written written = new ProofBundle(
                        folder.archive(), folder.clock(), FolderTestimony.atTheTool(folder))
                .write(desk.terminal().resolve(out), numbers, selection(reader), KnownReleases.NOT_LOOKED_FOR);
        Proved proved = new Proved(
                written.folder().toString(),
                written.items().stream().map(AccessionNumber::index).toList(),
                written.keyFingerprint(),
                written.manifestSha256(),
                written.warning());
        return Answer.done(
                proved,
                "%d captures proved in %s.%nCheck them there with: bash verify.sh%nKey %s%n%s"
                        .formatted(proved.items().size(), proved.folder(), proved.keyFingerprint(), proved.warning()));
    }
}
