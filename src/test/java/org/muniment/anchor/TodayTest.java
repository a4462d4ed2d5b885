package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;

class TodayTest {
    @TempDir
    Path folder;

    private LocalAuthority authority;
    private AnchoredArchive archive;

    @BeforeEach
    void open() throws IOException {
        authority = new LocalAuthority(folder.resolve("authority"));
        archive = new AnchoredArchive(folder.resolve("archive"));
        archive.grow();
    }

    @AfterEach
    void close() {
        authority.close();
        archive.close();
    }

    private Instant today() throws IOException {
        return new Today(archive.anchors(), archive.alarms, archive.clock()).instant();
    }

    @Test
    void withoutAnOutsideTimeNothingMayBeDestroyed() {
        assertThatThrownBy(this::today).isInstanceOf(NoOutsideTime.class);
    }

    @Test
    void aClockThatIsAheadGainsNothing() throws IOException {
        authority.nameIn(archive.data());
        archive.ahead = Duration.ofHours(20);
        assertThat(today()).isCloseTo(Instant.now(), within(2, ChronoUnit.MINUTES));
    }

    @Test
    void aClockThatIsBehindCountsAsItIs() throws IOException {
        authority.nameIn(archive.data());
        archive.ahead = Duration.ofHours(-20);
        assertThat(today()).isCloseTo(Instant.now().minus(Duration.ofHours(20)), within(2, ChronoUnit.MINUTES));
    }

    @Test
    void clocksMoreThanADayApartStopEverythingAndRaiseAnAlarm() throws IOException {
        authority.nameIn(archive.data());
        for (Duration wrong : new Duration[] {Duration.ofHours(25), Duration.ofDays(-3), Duration.ofDays(4_000)}) {
            archive.ahead = wrong;
            assertThatThrownBy(this::today).isInstanceOf(ClocksDisagree.class).hasMessageContaining("24 hours");
        }
        assertThat(archive.alarmKinds()).contains(AlarmKind.CLOCK_DISAGREES);
    }

    @Test
    void aTimeStampOfDaysAgoIsNoTodayWhenTheAuthorityIsGone() throws IOException {
        authority.nameIn(archive.data());
        assertThat(today()).isNotNull();
        authority.close();
        archive.ahead = Duration.ofDays(2);
        assertThatThrownBy(this::today).isInstanceOf(ClocksDisagree.class);
    }

    @Test
    void aTokenThatWasTamperedWithGivesNoTime() throws IOException {
        authority.nameIn(archive.data());
        assertThat(today()).isNotNull();
        authority.close();
        Anchor only = archive.anchors().kept().getFirst();
        Path checkpoint = archive.anchorsFolder().resolve(AnchorShelf.name(only).file(AnchorName.CHECKPOINT));
        java.nio.file.Files.writeString(checkpoint, "something else");
        assertThatThrownBy(this::today).isInstanceOf(NoOutsideTime.class);
    }
}
