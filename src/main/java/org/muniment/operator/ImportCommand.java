package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionSet;
import org.muniment.archive.Envelope;
import org.muniment.audit.Act;
import org.muniment.ingest.FileImport;
import org.muniment.ingest.ImportReport;
import org.muniment.search.ArchiveSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import`: mail files into custody. Stopped in the middle, it can be run again: nothing is read twice.
@Command(
        name = "import",
        description = "Take mail files into custody: .eml, mbox of any dialect, Maildir, folders of them.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends DataCommand {
    private static final Duration INDEX_WAIT_MAX = Duration.ofHours(12);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "What to call where the mail came from. Default: ${DEFAULT-VALUE}.")
    private String source = "import";

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files or folders.")
    private List<Path> paths = List.of();

    ImportCommand(Desk desk) {
        super(desk);
    }

    @Override
    boolean beginsArchives() {
        return true;
    }

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        if (!Envelope.isSource(source)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--source takes 1 to 64 lower-case letters, digits, dots or hyphens, not \"" + source + "\".");
        }
        wrote(folder, Act.COMMAND_RUN, "import from " + source + " begins: " + paths);
        folder.search();
        ImportReport report = new FileImport(
                        folder.archive(), folder.clock(), captures -> withDefects(folder, captures))
                .run(
                        paths.stream().map(desk.terminal()::resolve).toList(),
                        source,
                        (messages, bytes) -> desk.terminal()
                                .progress("%,d messages read (%,d MB)".formatted(messages, bytes >> 20)));
        String text = text(report);
        wrote(folder, Act.COMMAND_RUN, "import from " + source + ": " + text);
        return report.failed().isEmpty() ? Answer.done(report, text) : Answer.no(report, text);
    }

    /// The index reads every message once; so nobody else needs to.
    private long withDefects(DataFolder folder, AccessionSet captures) throws IOException, InterruptedException {
        desk.terminal().progress("indexing");
        ArchiveSearch search = folder.search();
        search.awaitIndexed(folder.archive().size(), INDEX_WAIT_MAX);
        return search.withDefects(captures);
    }

    private static String text(ImportReport report) {
        String failures = report.failed().stream()
                .map(failed -> "%nnot taken: %s at %d: %s".formatted(failed.path(), failed.offset(), failed.reason()))
                .collect(Collectors.joining());
        return "%,d messages read: %,d captured, %,d already there, %,d with defects, %,d failed, in %.1f s."
                        .formatted(
                                report.read(),
                                report.captured(),
                                report.duplicates(),
                                report.withDefects(),
                                report.failed().size(),
                                report.seconds())
                + failures;
    }
}
