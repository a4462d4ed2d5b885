package org.muniment.operator;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.inspection.AbsentTerms;
import org.muniment.inspection.Box;
import org.muniment.inspection.Finding;
import org.muniment.inspection.Inspection;
import org.muniment.inspection.Inspector;
import org.muniment.sandbox.Sandbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `inspect`: finds bad redactions in any PDF. Needs no data folder.
@Command(
        name = "inspect",
        description = "Look for what can be recovered from a PDF that was to be withheld: ours, or another city's.",
        footer = {
            "",
            "Exit codes: 0 nothing found, 1 withheld content can be recovered, 2 wrong use, 3 not (fully) readable."
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    /// A file that could not be read is never called clean, nor guilty.
    private static final int NOT_READABLE = 3;

    @Parameters(paramLabel = "FILE.pdf", description = "The PDF.")
    private Path file = Path.of("");

    @Option(
            names = "--absent",
            paramLabel = "TERMS.txt",
            description = "What must not be anywhere in the file: one term a line.")
    private Optional<Path> absent = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object on standard output and nothing else there.")
    private boolean json;

    private final Desk desk;

    InspectCommand(Desk desk) {
        this.desk = desk;
    }

    /// @param clean nothing found, and everything read
    record Inspected(
            String file,
            boolean clean,
            int pages,
            List<Found> findings,
            List<Inspection.Note> notes,
            List<String> unread) {}

    /// @param kind such as `under-a-box`
    record Found(int page, String kind, @Nullable Box box, String text, String where) {
        static Found of(Finding finding) {
            String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Found(finding.page(), kind, finding.box().orElse(null), finding.text(), finding.where());
        }
    }

    @Override
    public Integer call() {
        try {
            AbsentTerms terms =
                    absent.isPresent() ? AbsentTerms.read(desk.terminal().resolve(absent.get())) : AbsentTerms.none();
            Inspection inspection = Inspector.in(Sandbox.onThisMachine())
                    .inspect(desk.terminal().resolve(file), terms);
            return say(new Answer(inspected(inspection), InspectionText.of(file, inspection), exit(inspection)));
        } catch (Exception refused) {
            Refusals.Said said = Refusals.say(refused);
            if (json) say(new Answer(new Refusals.Problem(said.sentence()), "", said.exit()));
            String named = said.sentence().contains(file.toString()) ? "" : file + ": ";
            desk.terminal().err().println("muniment: " + Terminal.harmless(named + said.sentence()));
            // 1 says that something was found, and nothing was.
            return said.exit() == Answer.WRONG_USE ? Answer.WRONG_USE : NOT_READABLE;
        }
    }

    private int say(Answer answer) {
        desk.terminal().out().println(json ? answer.json() : Terminal.harmless(answer.text()));
        return answer.exit();
    }

    private static int exit(Inspection inspection) {
        if (!inspection.findings().isEmpty()) return Answer.NO;
        return inspection.unread().isEmpty() ? Answer.DONE : NOT_READABLE;
    }

    private Inspected inspected(Inspection inspection) {
        return new Inspected(
                file.toString(),
                exit(inspection) == Answer.DONE,
                inspection.pages(),
                inspection.findings().stream().map(Found::of).toList(),
                inspection.notes(),
                inspection.unread());
    }
}
