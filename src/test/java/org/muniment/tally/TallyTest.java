package org.muniment.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Peer;
import org.muniment.workflow.WorkflowDatabase;

class TallyTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:15:00Z");

    @TempDir
    Path folder;

    private Instant now = TEN;
    private WorkflowDatabase workflow;
    private Alarms alarms;
    private Archive archive;

    @BeforeEach
    void open() throws IOException {
        workflow = WorkflowDatabase.in(folder.resolve("workflow"));
        alarms = Alarms.in(workflow, () -> now);
        archive = Archive.open(
                folder, ArchiveSettings.standard().withPassphraseFile(folder.resolve("pass")), alarms, () -> now);
    }

    @AfterEach
    void close() throws IOException {
        archive.close();
        alarms.close();
        workflow.close();
    }

    @Test
    void capturesAreCountedByHourAndSourceAndNothingElseIs() throws Exception {
        Tally tally = new Tally(archive, workflow);
        assertThat(tally.captures()).isZero();
        capture("smtp", "one");
        capture("import", "three");
        archive.record(new LifecycleEvent("something", "{}"));
        assertThat(tally.captures()).isEqualTo(2);
        now = TEN.plus(Duration.ofHours(1));
        capture("smtp", "seven77");
        archive.record(new LifecycleEvent("something", "{}"));
        assertThat(tally.captures()).isEqualTo(3);
        assertThat(tally.hoursSince(TEN))
                .containsExactly(
                        new Tally.Hour(Instant.parse("2026-11-23T10:00:00Z"), 2, 8),
                        new Tally.Hour(Instant.parse("2026-11-23T11:00:00Z"), 1, 7));
        assertThat(tally.sources())
                .containsExactly(new Tally.Source("import", 1, 0, TEN), new Tally.Source("smtp", 2, 0, now));
        assertThat(new Tally(archive, workflow).captures()).isEqualTo(3);
    }

    private void capture(String source, String text) throws Exception {
        var envelope = new Envelope(source, Channel.SMTP, Optional.of(""), List.of(), Peer.NONE, now);
        try (var incoming = archive.receive(envelope)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            incoming.body().write(bytes);
            incoming.commit().get();
        }
    }
}
