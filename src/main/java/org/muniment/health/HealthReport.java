package org.muniment.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.certificate.ServerCertificate;
import org.muniment.health.HealthDetails.CertificateEnd;
import org.muniment.health.HealthDetails.DiskForecast;
import org.muniment.health.HealthDetails.HourOfCaptures;
import org.muniment.health.HealthDetails.SourceSeen;
import org.muniment.health.HealthDetails.Version;
import org.muniment.operator.DataFolder;
import org.muniment.operator.Health;
import org.muniment.tally.Tally;
import org.muniment.web.HttpsCertificate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Gathers what the health page shows.
@Component
class HealthReport {
    private static final int HOURS_SHOWN = 48;
    private static final int DAYS_OF_RATE = 7;
    private static final List<String> NOT_ENCRYPTED = List.of(
            "The search index (index) holds words and text of messages.",
            "The workflow database (workflow) holds people, requests, alarms and what the audit pages show.",
            "The passphrase file, outside the data folder, opens everything: keep it from whoever may not read mail.",
            "Temporary files of a release hold pages until the release is written.");

    private final DataFolder folder;
    private final ObjectProvider<HttpsCertificate> certificate;

    HealthReport(DataFolder folder, ObjectProvider<HttpsCertificate> certificate) {
        this.folder = folder;
        this.certificate = certificate;
    }

    HealthDetails forWhom(Actor actor) throws IOException {
        Health health = Health.of(folder);
        Instant now = folder.clock().instant();
        return new HealthDetails(
                health.ok(),
                now,
                health.alarms(),
                actor.is(Role.ADMINISTRATOR),
                health.captured(),
                folder.archive().size(),
                health.indexedThrough(),
                hours(now),
                sources(),
                disk(now),
                Optional.ofNullable(health.lastCheckpoint()),
                Optional.ofNullable(health.auditCheckpoint()),
                Optional.ofNullable(health.lastVerified()),
                Optional.ofNullable(health.lastAnchor()),
                Health.Mirroring.of(folder),
                certificates(now),
                NOT_ENCRYPTED,
                versions());
    }

    private List<HourOfCaptures> hours(Instant now) throws IOException {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS_SHOWN - 1L));
        Map<Instant, Tally.Hour> counted = folder.tally().hoursSince(first).stream()
                .collect(Collectors.toMap(Tally.Hour::begin, Function.identity()));
        return IntStream.range(0, HOURS_SHOWN)
                .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
                .map(begin -> counted.getOrDefault(begin, new Tally.Hour(begin, 0, 0)))
                .map(hour -> new HourOfCaptures(hour.begin(), hour.captures(), hour.bytes()))
                .toList();
    }

    private List<SourceSeen> sources() throws IOException {
        return folder.tally().sources().stream()
                .map(it -> new SourceSeen(it.name(), it.captures(), it.repeated(), it.lastSeenAt()))
                .toList();
    }

    private DiskForecast disk(Instant now) throws IOException {
        FileStore disk = Files.getFileStore(folder.path());
        long bytes = folder.tally().hoursSince(now.minus(Duration.ofDays(DAYS_OF_RATE))).stream()
                .mapToLong(Tally.Hour::bytes)
                .sum();
        long perDay = bytes / DAYS_OF_RATE;
        long free = disk.getUsableSpace();
        return new DiskForecast(
                disk.getTotalSpace(), free, perDay, perDay == 0 ? Optional.empty() : Optional.of(free / perDay));
    }

    private List<CertificateEnd> certificates(Instant now) {
        List<CertificateEnd> ends = new ArrayList<>();
        HttpsCertificate page = certificate.getIfAvailable();
        if (page != null) ends.add(end("Web page", page.certificate(), now));
        return ends;
    }

    private static CertificateEnd end(String use, ServerCertificate it, Instant now) {
        return new CertificateEnd(
                use, it.endsAt(), it.isSelfSigned(), !it.isUsableFor(ServerCertificate.WARNED_BEFORE, now));
    }

    private static List<Version> versions() {
        String own = HealthReport.class.getPackage().getImplementationVersion();
        return List.of(
                new Version("Muniment", own == null ? "development" : own),
                new Version("Java", Runtime.version().toString()),
                new Version(
                        "Operating system", System.getProperty("os.name") + " " + System.getProperty("os.version")));
    }
}
