package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.production.BatesPrefix;
import org.muniment.production.Release;
import org.muniment.production.ReleaseReport;
import org.muniment.rendition.FontShelf;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.SearchQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `release`: the way out of the archive.
@Command(
        name = "release",
        description = "Release the messages that match, redacted by marks, as numbered PDFs that were read back first.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand extends ReadingCommand {
    @Option(names = "--query", paramLabel = "QUERY", required = true, description = "Which messages.")
    private String query = "";

    @Option(
            names = "--marks",
            paramLabel = "FILE",
            required = true,
            description =
                    "What to withhold, and why (JSON); docs/redaction-marks.md explains it. [] withholds nothing.")
    private Path marks = Path.of("");

    @Option(
            names = "--state-amounts",
            description = "Let every box say how much it withholds, in coarse classes, where the law wants that.")
    private boolean statesAmounts = false;

    @Option(names = "--prefix", paramLabel = "BATES", required = true, description = "What Bates numbers begin with.")
    private String prefix = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "A folder that is new or empty.")
    private Path out = Path.of("");

    ReleaseCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer on(DataFolder folder, ToolReader reader) throws IOException, InterruptedException {
        SearchQuery which = SearchCommand.queryOf(folder, query);
        RedactionMarks read = RedactionMarks.read(desk.terminal().resolve(marks));
        RedactionMarks withheld = statesAmounts ? read.statingAmounts() : read;
        BatesPrefix bates = new BatesPrefix(prefix);
        reader.wrote(
                Act.RELEASED, "begins to release %s for: %s".formatted(prefix, query), released(folder, reader, which));
        Release release = new Release(
                folder.archive(),
                SearchCommand.upToDate(folder),
                Sandbox.onThisMachine(),
                FontShelf.ofThisMachine(),
                folder.clock());
        ReleaseReport report = release.run(
                which,
                reader.scope(),
                withheld,
                bates,
                desk.terminal().resolve(out),
                (done, total) -> desk.terminal().progress("%,d of %,d messages".formatted(done, total)));
        reader.wrote(
                Act.RELEASED,
                "%,d messages on %,d pages, %s to %s; %,d more that match are kept back by counsel"
                        .formatted(
                                report.totals().messages(),
                                report.totals().pages(),
                                report.totals().firstBates(),
                                report.totals().lastBates(),
                                report.keptBack()),
                List.of());
        return Answer.done(Released.of(report), text(report));
    }

    private static List<AccessionNumber> released(DataFolder folder, ToolReader reader, SearchQuery which)
            throws IOException, InterruptedException {
        List<AccessionNumber> numbers = new ArrayList<>();
        SearchCommand.upToDate(folder).every(which, reader.scope(), message -> numbers.addAll(message.captures()));
        return numbers;
    }

    record Released(
            String zip,
            String firstBates,
            String lastBates,
            long pages,
            long messages,
            long captures,
            long redactions,
            long unsearchable,
            long keptBack,
            long leftElsewhere,
            List<Integer> marksWithoutEffect,
            long recordedAs) {
        static Released of(ReleaseReport report) {
            return new Released(
                    report.zip().toString(),
                    report.totals().firstBates(),
                    report.totals().lastBates(),
                    report.totals().pages(),
                    report.totals().messages(),
                    report.totals().captures(),
                    report.totals().redactions(),
                    report.unsearchable(),
                    report.keptBack(),
                    report.leftElsewhere(),
                    report.marksWithoutEffect(),
                    report.recordedAs().index());
        }
    }

    private static String text(ReleaseReport report) {
        String unused = report.marksWithoutEffect().isEmpty()
                ? ""
                : "%nMarks that matched nothing: %s. Is something misspelt?".formatted(report.marksWithoutEffect());
        String left = report.leftElsewhere() == 0
                ? ""
                : "%nWithheld words still shown elsewhere: %,d places, listed in left-elsewhere.csv for you to decide."
                        .formatted(report.leftElsewhere());
        String kept = report.keptBack() == 0
                ? ""
                : "%nCounsel keeps back %,d more that match; they are not in this release."
                        .formatted(report.keptBack());
        return "Released %,d messages on %,d pages (%s to %s), %,d redactions, verified: %s%n%,d messages could not be fully read by the search."
                        .formatted(
                                report.totals().messages(),
                                report.totals().pages(),
                                report.totals().firstBates(),
                                report.totals().lastBates(),
                                report.totals().redactions(),
                                report.zip(),
                                report.unsearchable())
                + kept
                + unused
                + left;
    }
}
