package org.muniment.singlesignon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.alarm.Alarms;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.settings.CitySettings;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// This is a server with people and single sign-on and no archive. Its clock runs with the provider's, and tests move
/// it.
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"org.muniment.access", "org.muniment.people", "org.muniment.web", "org.muniment.singlesignon"},
        excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
class ServedForTests {
    static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);
    static final InstantSource CLOCK = () -> Instant.now().plus(AHEAD.get());

    private final Path folder;

    ServedForTests() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/single-sign-on-test")), "data");
    }

    @Bean(destroyMethod = "close")
    WorkflowDatabase workflow() {
        return WorkflowDatabase.in(folder.resolve("workflow")).sealedBy(new SecretKeySpec(new byte[32], "AES"));
    }

    @Bean
    CitySettings settings(WorkflowDatabase workflow) {
        return CitySettings.in(workflow);
    }

    @Bean
    InstantSource clock() {
        return CLOCK;
    }

    @Bean
    ZoneId zone() {
        return ZoneId.of("America/Chicago");
    }

    @Bean(destroyMethod = "close")
    Alarms alarms(WorkflowDatabase workflow) {
        return Alarms.in(workflow, CLOCK);
    }

    @Bean(destroyMethod = "close")
    AuditTrail trail(WorkflowDatabase workflow, Alarms alarms) {
        return AuditTrail.in(
                folder.resolve("audit"),
                ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase")),
                workflow,
                alarms,
                CLOCK);
    }
}
