package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.audit.Act;
import org.muniment.integrity.BothStores;
import org.muniment.integrity.CheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `verify`: compares what is stored with what was signed.
@Command(
        name = "verify",
        description = {
            "Check that everything stored is what was signed:",
            "quick        keys, sizes, the last checkpoint, in seconds;",
            "scrub        every byte under its checksum, without any key;",
            "full         every byte, decrypted and compared with the log;",
            "third-party  a copy, as anybody can check it with the log's public key alone."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand extends DataCommand {
    private static final int LISTED_MAX = 20;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            converter = LevelName.class,
            description = "quick, scrub, full or third-party. Default: quick.")
    private Level level = Level.QUICK;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "For third-party: the log's verifier key (name+hash+key), from the city itself and not from"
                    + " beside the copy.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--list",
            description = "Check nothing: say when each level was last checked and is due, and which reports are kept.")
    private boolean list;

    VerifyCommand(Desk desk) {
        super(desk);
    }

    /// A copy is checked where it lies: it has no passphrase, and nobody may write to it.
    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = desk.terminal().resolve(data);
        boolean isOpenedHere = desk.held().isEmpty();
        if (list || !isOpenedHere || !CheckOfCopy.suffices(level)) return super.call();
        if (level == Level.SCRUB && !Archive.isIn(folder)) throw new NoArchiveIsThere(folder);
        return say(answer(ofCopy(folder)));
    }

    private CheckReport ofCopy(Path folder) throws IOException {
        Instant startedAt = desk.settings().clock().instant();
        IntegrityReport report = new CheckOfCopy(folder, progress()).at(level, key);
        return CheckReport.of(report, startedAt, desk.settings().clock().instant());
    }

    private Progress progress() {
        return (done, total) -> desk.terminal().progress("%,d of %,d entries checked".formatted(done, total));
    }

    private static Answer answer(CheckReport report) {
        String remarks = report.remarks().stream().map("\n"::concat).collect(Collectors.joining());
        String result = "%,d entries checked (%s): ".formatted(report.checked(), report.level());
        return report.ok()
                ? Answer.done(report, result + "all well." + remarks)
                : Answer.no(report, result + "NOT well.\n" + String.join("\n", report.findings()) + remarks);
    }

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        if (list) return IntegrityText.answer(folder.checks().overview(Optional.empty(), LISTED_MAX, true));
        if (level == Level.THIRD_PARTY) return answer(ofCopy(folder.path()));
        CheckReport report = folder.checks().run(level, progress());
        if (BothStores.isTrailSound(report))
            wrote(
                    folder,
                    Act.COMMAND_RUN,
                    "verify (%s): %,d entries checked, %,d findings"
                            .formatted(
                                    level.word(),
                                    report.checked(),
                                    report.findings().size()));
        return answer(report);
    }
}
