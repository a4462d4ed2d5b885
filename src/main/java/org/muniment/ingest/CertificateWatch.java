package org.muniment.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.certificate.PemFiles;
import org.muniment.certificate.ServerCertificate;

/// This tells of the journal's certificate 30 days before it ends. New files are taken up when the server starts again.
final class CertificateWatch {
    private static final Duration LOOKED_AT_EVERY = Duration.ofHours(1);

    private final ServerCertificate certificate;
    private final PemFiles files;
    private final Alarms alarms;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    CertificateWatch(ServerCertificate certificate, PemFiles files, Alarms alarms, InstantSource clock) {
        this.certificate = certificate;
        this.files = files;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Looks if an hour has passed since the last time.
    void look() {
        Instant now = clock.instant();
        if (now.isBefore(next)) return;
        next = now.plus(LOOKED_AT_EVERY);
        if (certificate.isUsableFor(ServerCertificate.WARNED_BEFORE, now)) {
            alarms.settle(AlarmKind.JOURNAL_CERTIFICATE_ENDS);
        } else {
            alarms.raise(
                    AlarmKind.JOURNAL_CERTIFICATE_ENDS,
                    "The journal's certificate " + files.certificates() + " ends on "
                            + certificate.endsAt().toString().substring(0, 10) + ".");
        }
    }
}
