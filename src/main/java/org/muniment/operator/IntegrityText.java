package org.muniment.operator;

import java.util.stream.Collectors;
import org.muniment.integrity.FiledCheck;
import org.muniment.integrity.IntegrityOverview;
import org.muniment.integrity.IntegrityOverview.LevelDue;
import org.muniment.integrity.RunningCheck;

/// The integrity checks as the terminal lists them.
final class IntegrityText {
    private IntegrityText() {}

    static Answer answer(IntegrityOverview overview) {
        String levels = overview.levels().stream().map(IntegrityText::level).collect(Collectors.joining("\n"));
        String running = overview.running().map(IntegrityText::running).orElse("");
        String reports = overview.reports().stream().map(IntegrityText::report).collect(Collectors.joining());
        return Answer.done(
                overview, levels + running + (reports.isEmpty() ? "" : "\nReports kept, newest first:" + reports));
    }

    private static String level(LevelDue due) {
        String last = due.last().map(it -> it.at() + ", " + outcome(it)).orElse("never");
        return "%-6s last %s; while the server runs %s, next from %s on"
                .formatted(due.level(), last, due.every(), due.dueAt());
    }

    private static String running(RunningCheck check) {
        return "\nRunning: %s since %s, entry %,d of %,d of the %s"
                .formatted(check.level(), check.startedAt(), check.done(), check.total(), check.part());
    }

    private static String report(FiledCheck check) {
        return "\n  %s  %,d entries, %s".formatted(check.name(), check.checked(), outcome(check));
    }

    private static String outcome(FiledCheck check) {
        return check.ok() ? "all well" : "%,d findings".formatted(check.findings());
    }
}
