package org.muniment.operator;

import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.Alarm;
import org.muniment.audit.Act;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `health`: 1 while an alarm stands.
@Command(
        name = "health",
        description = "Say how the archive is doing. Exit code 1 while an alarm stands.",
        mixinStandardHelpOptions = true)
final class HealthCommand extends DataCommand {
    @Option(
            names = "--acknowledge",
            paramLabel = "ID",
            description = "Acknowledge an alarm: you have read it and dealt with it.")
    private long acknowledged = 0;

    HealthCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        if (acknowledged != 0) acknowledge(folder);
        Health health = Health.of(folder);
        return health.ok() ? Answer.done(health, text(health)) : Answer.no(health, text(health));
    }

    private void acknowledge(DataFolder folder) {
        Alarm alarm = folder.alarms().standing().stream()
                .filter(standing -> standing.id() == acknowledged)
                .findFirst()
                .orElseThrow(() -> new NoSuchAlarm(acknowledged));
        wrote(folder, Act.ALARM_ACKNOWLEDGED, "alarm " + alarm.id() + ", " + alarm.kind());
        if (!folder.alarms().acknowledge(alarm.id(), desk.caller().osUser())) throw new NoSuchAlarm(acknowledged);
    }

    private static String text(Health health) {
        String alarms = health.alarms().stream()
                .map(alarm -> "ALARM %d, since %s (%d times): %s %s%n"
                        .formatted(alarm.id(), alarm.raisedAt(), alarm.times(), alarm.sentence(), alarm.advice()))
                .collect(Collectors.joining());
        return alarms
                + "%s: %,d captures kept, indexed through entry %,d, last checkpoint %s, audit checkpoint %s, last verified %s, outside anchor %s, mirror: %s.%nKey of the log: %s"
                        .formatted(
                                health.ok() ? "All well" : "NOT well",
                                health.captured(),
                                health.indexedThrough(),
                                checkpoint(health.lastCheckpoint()),
                                checkpoint(health.auditCheckpoint()),
                                orNever(health.lastVerified()),
                                anchor(health.lastAnchor()),
                                health.mirror() == null ? "none" : health.mirror(),
                                health.key());
    }

    private static String checkpoint(Health.@Nullable Signed last) {
        return last == null ? "never" : "over %,d at %s".formatted(last.size(), last.signedAt());
    }

    private static String anchor(Health.@Nullable Anchored newest) {
        return newest == null ? "none" : "%s at %s over %,d".formatted(newest.what(), newest.at(), newest.size());
    }

    private static String orNever(@Nullable String time) {
        return time == null ? "never" : time;
    }

    /// There is no alarm of that number to acknowledge.
    static final class NoSuchAlarm extends RuntimeException {
        NoSuchAlarm(long id) {
            super("No alarm " + id + " stands. `muniment health` lists those that do.");
        }
    }
}
