package org.muniment.health;

import java.nio.file.FileStore;
import java.nio.file.Files;
import org.muniment.operator.DataFolder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What monitoring asks at the management port: is each part well. In words there is only what no person's mail is in.
@Configuration(proxyBeanMethods = false)
class Probes {
    private static final long ENTRIES_BEHIND_MAX = 50_000;

    @Bean
    HealthIndicator archiveHealthIndicator(DataFolder folder) {
        return () -> folder.archive()
                .readOnlyReason()
                .map(_ -> Health.down()
                        .withDetail("reason", "The archive accepts nothing more")
                        .build())
                .orElseGet(() -> Health.up()
                        .withDetail("entries", folder.archive().size())
                        .build());
    }

    @Bean
    HealthIndicator indexHealthIndicator(DataFolder folder) {
        return () -> {
            try {
                long behind = folder.archive().size() - folder.search().indexedThrough();
                return (behind > ENTRIES_BEHIND_MAX ? Health.down() : Health.up())
                        .withDetail("behind", behind)
                        .build();
            } catch (java.io.IOException unreadable) {
                return Health.down()
                        .withDetail("reason", "The index cannot be read")
                        .build();
            }
        };
    }

    @Bean
    HealthIndicator auditHealthIndicator(DataFolder folder) {
        return () -> Health.up().withDetail("entries", folder.audit().size()).build();
    }

    @Bean
    HealthIndicator diskHealthIndicator(DataFolder folder) {
        return () -> {
            try {
                FileStore disk = Files.getFileStore(folder.path());
                boolean isFull = folder.alarms().standing().stream()
                        .anyMatch(alarm -> alarm.kind() == org.muniment.alarm.AlarmKind.DISK_LOW);
                return (isFull ? Health.down() : Health.up())
                        .withDetail("freeBytes", disk.getUsableSpace())
                        .withDetail("totalBytes", disk.getTotalSpace())
                        .build();
            } catch (java.io.IOException unreadable) {
                return Health.down()
                        .withDetail("reason", "The disk cannot be asked")
                        .build();
            }
        };
    }

    @Bean
    HealthIndicator alarmsHealthIndicator(DataFolder folder) {
        return () -> {
            int standing = folder.alarms().standing().size();
            return (standing == 0 ? Health.up() : Health.down())
                    .withDetail("standing", standing)
                    .build();
        };
    }
}
