package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.anchor.Anchor;
import org.muniment.anchor.Anchors;
import org.muniment.audit.Act;
import org.muniment.merklelog.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `anchor`: has others vouch for the log now, or compares the log with what somebody kept of it.
@Command(
        name = "anchor",
        description = "Ask whoever anchors.properties names to vouch for the log, now; or compare the log with a"
                + " checkpoint that somebody kept.",
        mixinStandardHelpOptions = true)
final class AnchorCommand extends DataCommand {
    private static final int CHECKPOINT_BYTES_MAX = 1 << 16;
    private static final int SHOWN_MAX = 20;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "A checkpoint of this archive that was kept elsewhere: mailed, printed, stamped.")
    private Optional<Path> kept = Optional.empty();

    AnchorCommand(Desk desk) {
        super(desk);
    }

    record Asked(List<String> brought, List<String> failures, List<String> kept) {}

    record Compared(long size, String root, long logSize) {}

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        return kept.isPresent() ? compare(folder, desk.terminal().resolve(kept.get())) : ask(folder);
    }

    private Answer compare(DataFolder folder, Path file) throws IOException {
        if (Files.size(file) > CHECKPOINT_BYTES_MAX) throw new InputIsUnusable(file + " is too long for a checkpoint.");
        Checkpoint checkpoint = folder.anchors().compare(Files.readAllBytes(file));
        wrote(folder, Act.COMMAND_RUN, "anchor --compare: a checkpoint over %,d entries".formatted(checkpoint.size()));
        long now = folder.archive().checkpoint().map(Checkpoint::size).orElse(0L);
        return Answer.done(
                new Compared(checkpoint.size(), checkpoint.root().hex(), now),
                "The log still begins with the %,d entries of that checkpoint, unchanged; it has %,d now."
                        .formatted(checkpoint.size(), now));
    }

    private Answer ask(DataFolder folder) throws IOException {
        Anchors.Round round = folder.anchors().askEverybody();
        wrote(
                folder,
                Act.COMMAND_RUN,
                "anchor: %d brought, %d failures"
                        .formatted(round.brought().size(), round.failures().size()));
        List<String> all =
                folder.anchors().kept().stream().map(Anchor::toString).toList();
        Asked asked = new Asked(round.brought().stream().map(Anchor::toString).toList(), round.failures(), all);
        return round.failures().isEmpty() && !all.isEmpty()
                ? Answer.done(asked, text(asked))
                : Answer.no(asked, text(asked));
    }

    private static String text(Asked asked) {
        List<String> lines = new ArrayList<>();
        asked.brought().forEach(line -> lines.add("New: " + line));
        asked.failures().forEach(line -> lines.add("FAILED: " + line));
        if (asked.kept().isEmpty()) lines.add("No outside anchor is kept. Name somebody in anchors.properties first.");
        else
            lines.add("%,d anchors are kept, the newest first:"
                    .formatted(asked.kept().size()));
        asked.kept().stream().limit(SHOWN_MAX).forEach(line -> lines.add("  " + line));
        return String.join("\n", lines);
    }
}
