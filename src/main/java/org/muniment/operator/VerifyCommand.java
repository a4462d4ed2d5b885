package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.audit.Act;
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

    VerifyCommand(Desk desk) {
        super(desk);
    }

    /// A copy is checked where it lies: it has no passphrase, and nobody may write to it.
    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = desk.terminal().resolve(data);
        boolean isOpenedHere = desk.held().isEmpty();
        if (!isOpenedHere || !CheckOfCopy.suffices(level)) return super.call();
        if (level == Level.SCRUB && !Archive.isIn(folder)) throw new NoArchiveIsThere(folder);
        return say(answer(new CheckOfCopy(folder, progress()).at(level, key)));
    }

    private Progress progress() {
        return (done, total) -> desk.terminal().progress("%,d of %,d entries checked".formatted(done, total));
    }

    private IntegrityReport checked(DataFolder folder) throws IOException {
        if (level == Level.THIRD_PARTY) return new CheckOfCopy(folder.path(), progress()).at(level, key);
        IntegrityReport mail = AnchorFindings.added(folder, folder.archive().check(level, progress()));
        return CheckOfCopy.together(mail, folder.audit().check(level, progress()));
    }

    record Verified(boolean ok, String level, long checked, List<String> findings, List<String> remarks) {}

    private static Answer answer(IntegrityReport report) {
        String name = LevelName.of(report.level());
        var verified = new Verified(report.ok(), name, report.checked(), report.findings(), report.remarks());
        String remarks = report.remarks().stream().map("\n"::concat).collect(Collectors.joining());
        String result = "%,d entries checked (%s): ".formatted(report.checked(), name);
        return report.ok()
                ? Answer.done(verified, result + "all well." + remarks)
                : Answer.no(verified, result + "NOT well.\n" + String.join("\n", report.findings()) + remarks);
    }

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        IntegrityReport report = checked(folder);
        Answer answer = answer(report);
        if (level == Level.THIRD_PARTY) return answer;
        new VerificationReports(folder).keep((Verified) answer.value());
        tell(folder.alarms(), report);
        // A trail that is damaged takes no entry; the report and the alarm stand all the same.
        if (report.findings().stream().noneMatch(finding -> finding.startsWith(CheckOfCopy.AUDIT_TRAIL)))
            wrote(
                    folder,
                    Act.COMMAND_RUN,
                    "verify (%s): %,d entries checked, %,d findings"
                            .formatted(
                                    LevelName.of(level),
                                    report.checked(),
                                    report.findings().size()));
        return answer;
    }

    /// What a full check found amiss is not put right by a quick one, which reads no bytes.
    private void tell(Alarms alarms, IntegrityReport report) {
        if (!report.ok())
            alarms.raise(
                    AlarmKind.VERIFICATION_FAILED,
                    "%d findings, first: %s"
                            .formatted(
                                    report.findings().size(), report.findings().getFirst()));
        else if (level == Level.FULL) alarms.settle(AlarmKind.VERIFICATION_FAILED);
    }
}
