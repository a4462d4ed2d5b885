package org.muniment.operator;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.audit.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `verify`: compares what is stored with what was signed.
@Command(
        name = "verify",
        description = "Check that everything stored is what was signed: quick in seconds, full reads every byte.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends DataCommand {
    private static final String AUDIT_TRAIL = "Audit trail: ";

    @Option(names = "--level", paramLabel = "LEVEL", description = "quick or full. Default: ${DEFAULT-VALUE}.")
    private Level level = Level.QUICK;

    VerifyCommand(Desk desk) {
        super(desk);
    }

    /// Mail and audit trail, as one report: what is wrong in the second says so.
    private IntegrityReport checked(DataFolder folder) throws IOException {
        Progress progress =
                (done, total) -> desk.terminal().progress("%,d of %,d entries checked".formatted(done, total));
        IntegrityReport mail = folder.archive().check(level, progress);
        return folder.audit()
                .check(level, progress)
                .map(audit -> new IntegrityReport(
                        level,
                        mail.checked() + audit.checked(),
                        Stream.concat(
                                        mail.findings().stream(),
                                        audit.findings().stream().map(finding -> AUDIT_TRAIL + finding))
                                .toList()))
                .orElse(mail);
    }

    record Verified(boolean ok, String level, long checked, List<String> findings) {}

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        IntegrityReport report = checked(folder);
        String name = level.name().toLowerCase(Locale.ROOT);
        Verified verified = new Verified(report.ok(), name, report.checked(), report.findings());
        new VerificationReports(folder).keep(verified);
        tell(folder.alarms(), report);
        // A trail that is damaged takes no entry; the report and the alarm stand all the same.
        if (report.findings().stream().noneMatch(finding -> finding.startsWith(AUDIT_TRAIL)))
            wrote(
                    folder,
                    Act.COMMAND_RUN,
                    "verify (%s): %,d entries checked, %,d findings"
                            .formatted(name, report.checked(), report.findings().size()));
        String result = "%,d entries checked (%s): ".formatted(report.checked(), name);
        return report.ok()
                ? Answer.done(verified, result + "all well.")
                : Answer.no(verified, result + "NOT well.%n%s".formatted(String.join("\n", report.findings())));
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
