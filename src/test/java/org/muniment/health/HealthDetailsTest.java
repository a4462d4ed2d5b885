package org.muniment.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.ArchiveSettings;
import org.muniment.operator.DataFolder;
import org.muniment.web.HttpsCertificate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class HealthDetailsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:34:00Z");

    @TempDir
    Path folder;

    private DataFolder data;
    private HealthDetailsController page;

    @BeforeEach
    void open() throws IOException {
        data = DataFolder.open(
                folder.resolve("data"),
                new DataFolder.Settings(
                        ArchiveSettings.standard().withPassphraseFile(folder.resolve("pass")),
                        InstantSource.fixed(NOW),
                        ZoneOffset.UTC));
        var none = new StaticListableBeanFactory().getBeanProvider(HttpsCertificate.class);
        page = new HealthDetailsController(new HealthReport(data, none), data.alarms(), data.audit());
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    @Test
    void everyHourOfTheLastTwoDaysIsThereThoughNothingCame() throws IOException {
        HealthDetails details = page.details(a(Role.AUDITOR));
        assertThat(details.hours()).hasSize(48).allMatch(hour -> hour.captures() == 0);
        assertThat(details.hours().getLast().begin()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(details.hours().getFirst().begin())
                .isEqualTo(NOW.truncatedTo(java.time.temporal.ChronoUnit.HOURS).minus(Duration.ofHours(47)));
        assertThat(details.disk().daysLeft()).isEmpty();
        assertThat(details.disk().freeBytes()).isPositive();
        assertThat(details.mayAcknowledge()).isFalse();
    }

    @Test
    void anAcknowledgedAlarmStandsNoLongerAndIsWrittenDown() throws IOException {
        data.alarms().raise(AlarmKind.DISK_LOW, "3 % left");
        HealthDetails before = page.details(a(Role.ADMINISTRATOR));
        assertThat(before.ok()).isFalse();
        assertThat(before.mayAcknowledge()).isTrue();
        long written = data.audit().size();
        HealthDetails after = page.acknowledge(before.alarms().getFirst().id(), a(Role.ADMINISTRATOR));
        assertThat(after.alarms()).isEmpty();
        assertThat(data.audit().size()).isGreaterThan(written);
        assertThatThrownBy(() -> page.acknowledge(before.alarms().getFirst().id(), a(Role.ADMINISTRATOR)))
                .isInstanceOf(NoSuchAlarm.class);
    }

    private static Actor a(Role role) {
        return new Actor(new PersonId(7), "Ana Rivera", Set.of(role), Set.of(), "127.0.0.1");
    }
}
