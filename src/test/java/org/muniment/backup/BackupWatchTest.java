package org.muniment.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.Progress;

class BackupWatchTest {
    @TempDir
    Path folder;

    private BackedUpFolder open;
    private BackupWatch watch;

    @BeforeEach
    void begin() throws IOException {
        open = new BackedUpFolder(folder.resolve("data"), folder.resolve("passphrase"));
        watch = new BackupWatch(open.data, open.archive, open.alarms, open.clock());
    }

    @AfterEach
    void end() throws IOException {
        watch.close();
        open.close();
    }

    private void pass(int days) {
        open.now = open.now.plus(Duration.ofDays(days));
        watch.look();
    }

    private void requireAlarm(String word) {
        assertThat(open.alarms.standing()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(AlarmKind.BACKUP_OLD);
            assertThat(alarm.sentence()).contains(word);
        });
    }

    @Test
    void aNewArchiveHasAMonthAndABackupEightDaysAndARehearsalHalfAYear() throws IOException {
        pass(40);
        assertThat(open.alarms.standing()).isEmpty();
        open.keep("one".getBytes(StandardCharsets.US_ASCII));
        pass(29);
        assertThat(open.alarms.standing()).isEmpty();
        pass(2);
        requireAlarm("No backup was ever made");
        open.backUp(folder.resolve("backup"));
        pass(7);
        assertThat(open.alarms.standing()).isEmpty();
        pass(2);
        requireAlarm("The last backup was made at");
        watch.look();
        assertThat(open.alarms.standing()).extracting(Alarm::times).containsExactly(1);
        pass(180);
        open.backUp(folder.resolve("backup"));
        pass(3);
        requireAlarm("No backup was ever rehearsed");
        var rehearsed = open.restore(folder.resolve("backup")).rehearse(folder.resolve("scratch"), Progress.UNSEEN);
        new Rehearsals(open.data, open.archive).keep(rehearsed, open.now);
        watch.look();
        assertThat(open.alarms.standing()).isEmpty();
    }

    @Test
    void theDaysCanBeSetAndASlipSilencesNothing() throws IOException {
        open.keep("one".getBytes(StandardCharsets.US_ASCII));
        open.backUp(folder.resolve("backup"));
        Files.writeString(open.data.resolve("backup.properties"), "backup-days=2\n");
        pass(3);
        requireAlarm("The last backup was made at");
        Files.writeString(open.data.resolve("backup.properties"), "backup-days=never\n");
        pass(6);
        requireAlarm("The last backup was made at");
    }

    @Test
    void aDemonstrationNeedsNone() {
        open.archive.beginDemonstration("seed 1");
        pass(400);
        assertThat(open.alarms.standing()).isEmpty();
    }
}
