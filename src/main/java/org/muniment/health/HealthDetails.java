package org.muniment.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.operator.Health;

/// This is all that the health page shows. Nothing in it is about anybody's mail.
///
/// @param entries entries of the log, of which captures are most
/// @param hours the last 48, oldest first, those without a capture too
/// @param mirror absent where mail is on one disk alone
/// @param notEncrypted sentences: what lies readable on the disk
/// @param mayAcknowledge whether who asked may acknowledge alarms
record HealthDetails(
        boolean ok,
        Instant at,
        List<Health.Standing> alarms,
        boolean mayAcknowledge,
        long captured,
        long entries,
        long indexedThrough,
        List<HourOfCaptures> hours,
        List<SourceSeen> sources,
        DiskForecast disk,
        Optional<Health.Signed> lastCheckpoint,
        Optional<Health.Signed> lastAuditCheckpoint,
        Optional<String> lastVerified,
        Optional<Health.Anchored> lastAnchor,
        Optional<Health.Mirroring> mirror,
        List<CertificateEnd> certificates,
        List<String> notEncrypted,
        List<Version> versions) {
    record HourOfCaptures(Instant begin, long captures, long bytes) {}

    record SourceSeen(String name, long captures, long repeated, Instant lastSeenAt) {}

    /// @param bytesPerDay raw bytes captured a day, on average over the last 7 days
    /// @param daysLeft until the disk is full at that rate; absent while nothing comes in
    record DiskForecast(long totalBytes, long freeBytes, long bytesPerDay, Optional<Long> daysLeft) {}

    record CertificateEnd(String use, Instant endsAt, boolean isSelfSigned, boolean isEnding) {}

    record Version(String name, String version) {}
}
