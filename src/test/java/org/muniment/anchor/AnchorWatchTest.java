package org.muniment.anchor;

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

class AnchorWatchTest {
    @TempDir
    Path folder;

    private AnchoredArchive archive;

    @BeforeEach
    void open() throws IOException {
        archive = new AnchoredArchive(folder.resolve("archive"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private AnchorWatch watch() {
        return new AnchorWatch(archive.anchors(), archive.archive, archive.alarms, archive.clock());
    }

    @Test
    void whoHasJustInstalledIsLeftInPeaceForAWeekAndThenToldEveryDay() {
        try (AnchorWatch watch = watch()) {
            watch.look();
            archive.grow();
            archive.ahead = Duration.ofDays(7);
            watch.look();
            assertThat(archive.alarmKinds()).isEmpty();
            archive.ahead = Duration.ofDays(9);
            watch.look();
            watch.look();
            assertThat(archive.alarms.standing()).singleElement().satisfies(alarm -> {
                assertThat(alarm.kind()).isEqualTo(AlarmKind.NO_ANCHOR);
                assertThat(alarm.times()).isEqualTo(1);
            });
            archive.ahead = Duration.ofDays(10);
            watch.look();
            assertThat(archive.alarms.standing()).extracting(Alarm::times).containsExactly(2);
        }
    }

    @Test
    void theFirstAnchorEndsTheNagging() throws IOException {
        archive.grow();
        try (AnchorWatch watch = watch();
                LocalAuthority authority = new LocalAuthority(folder.resolve("authority"))) {
            archive.ahead = Duration.ofDays(9);
            watch.look();
            assertThat(archive.alarmKinds()).containsExactly(AlarmKind.NO_ANCHOR);
            archive.ahead = Duration.ZERO;
            authority.nameIn(archive.data());
            watch.look();
            assertThat(archive.alarmKinds()).isEmpty();
        }
    }

    @Test
    void aDemonstrationIsNotNagged() {
        archive.archive.beginDemonstration("for a test");
        archive.ahead = Duration.ofDays(400);
        try (AnchorWatch watch = watch()) {
            watch.look();
        }
        assertThat(archive.alarmKinds()).isEmpty();
    }

    @Test
    void anAuthorityThatAnswersNonsenseIsAnAlarmUntilItDoesNot() throws IOException {
        archive.grow();
        try (AnchorWatch watch = watch();
                LocalAuthority authority = new LocalAuthority(folder.resolve("authority"))) {
            authority.nameIn(archive.data());
            var honest = authority.answer;
            authority.answer = query -> "nonsense".getBytes(StandardCharsets.UTF_8);
            watch.look();
            assertThat(archive.alarmKinds()).containsExactly(AlarmKind.ANCHOR_FAILED);
            authority.answer = honest;
            watch.look();
            assertThat(archive.alarmKinds()).isEmpty();
        }
    }

    @Test
    void anAuthorityWithAnotherDateIsAnAlarmAboutTheClock() throws IOException {
        archive.grow();
        try (AnchorWatch watch = watch();
                LocalAuthority authority = new LocalAuthority(folder.resolve("authority"))) {
            authority.nameIn(archive.data());
            archive.ahead = Duration.ofDays(3);
            watch.look();
            assertThat(archive.alarmKinds()).containsExactly(AlarmKind.CLOCK_DISAGREES);
        }
    }

    @Test
    void settingsThatCannotBeUsedAreSaid() throws IOException {
        archive.grow();
        Path settings = archive.data().resolve("anchors.properties");
        try (AnchorWatch watch = watch();
                LocalAuthority authority = new LocalAuthority(folder.resolve("authority"))) {
            Files.copy(authority.rootCertificate(), archive.data().resolve("local.pem"));
            for (String[] wrong : new String[][] {
                {"authorities = a", "does not say \"authority.a.certificates\""},
                {"authorities = A B", "is not a name"},
                {"authorities = mail", "is not a name"},
                {"authorities = a\nauthority.a.certificates = no.pem", "is not there"},
                {"authorities = a\nauthority.a.certificates = anchors.properties", "certificate"},
                {
                    "authorities = a\nauthority.a.certificates = local.pem\nauthority.a.address = file:///etc/passwd",
                    "not the address"
                },
                {"mail-to = nobody", "is not an address"},
                {"mail-to = \\u00zz", "anchors.properties"}
            }) {
                Files.writeString(settings, wrong[0]);
                watch.look();
                assertThat(archive.alarms.standing()).anySatisfy(alarm -> {
                    assertThat(alarm.kind()).isEqualTo(AlarmKind.ANCHOR_FAILED);
                    assertThat(alarm.sentence()).contains(wrong[1]);
                });
                archive.alarms.standing().forEach(alarm -> archive.alarms.acknowledge(alarm.id(), "test"));
            }
        }
    }
}
