package org.muniment.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmsTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void anAlarmStandsUntilItIsAcknowledgedEvenThroughARestart() {
        try (Alarms alarms = Alarms.in(folder, NOON)) {
            alarms.raise(AlarmKind.DISK_LOW, "3 % left");
            alarms.raise(AlarmKind.DISK_LOW, "3 % left");
        }
        try (Alarms alarms = Alarms.in(folder, NOON)) {
            assertThat(alarms.standing())
                    .containsExactly(new Alarm(1, AlarmKind.DISK_LOW, "3 % left", NOON.instant(), NOON.instant(), 2));
            assertThat(alarms.acknowledge(1, "operator")).isTrue();
            assertThat(alarms.acknowledge(1, "operator")).isFalse();
            assertThat(alarms.standing()).isEmpty();
        }
    }

    @Test
    void aSettledConditionNoLongerStands() {
        try (Alarms alarms = Alarms.in(folder, NOON)) {
            alarms.raise(AlarmKind.INDEX_BEHIND, "by 6 minutes");
            alarms.settle(AlarmKind.INDEX_BEHIND);
            assertThat(alarms.standing()).isEmpty();
        }
    }

    @Test
    void askingOfAFreshFolderWritesNothing() {
        try (Alarms alarms = Alarms.in(folder.resolve("workflow"), NOON)) {
            assertThat(alarms.standing()).isEmpty();
        }
        assertThat(folder.resolve("workflow")).doesNotExist();
    }

    @Test
    void anAlarmThatCannotBeWrittenStandsInMemory() throws Exception {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
        try (Alarms alarms = Alarms.in(blocked, NOON)) {
            alarms.raise(AlarmKind.FORCE_FAILED, "segment 7");
            assertThat(alarms.standing()).extracting(Alarm::sentence).containsExactly("segment 7");
        }
    }
}
