package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.LogEntry;

/// This is a whole archive in a folder of a test, with a receiver in front of it.
final class JournalRoom implements AutoCloseable {
    final Alarms alarms;
    final Archive archive;
    final SmtpReceiver receiver;

    private JournalRoom(Path folder, ArchiveSettings settings, SmtpLimits limits, InstantSource archiveClock)
            throws IOException {
        Path data = folder.resolve("data");
        alarms = Alarms.in(data.resolve("workflow"), InstantSource.system());
        archive = Archive.open(data, settings.withPassphraseFile(folder.resolve("passphrase")), alarms, archiveClock);
        receiver = SmtpReceiver.start(
                archive,
                SmtpSettings.onLoopback(0, data.resolve("smtp")).with(limits),
                alarms,
                InstantSource.system(),
                new SecureRandom());
    }

    static JournalRoom open(Path folder) throws IOException {
        return open(folder, ArchiveSettings.standard(), SmtpLimits.standard());
    }

    static JournalRoom open(Path folder, SmtpLimits limits) throws IOException {
        return open(folder, ArchiveSettings.standard(), limits);
    }

    static JournalRoom open(Path folder, ArchiveSettings settings, SmtpLimits limits) throws IOException {
        return new JournalRoom(folder, settings, limits, InstantSource.system());
    }

    /// @param archiveClock what the archive stamps captures with: one that waits holds the committer up
    static JournalRoom open(Path folder, SmtpLimits limits, InstantSource archiveClock) throws IOException {
        return new JournalRoom(folder, ArchiveSettings.standard(), limits, archiveClock);
    }

    int port() {
        return receiver.port();
    }

    /// The last capture.
    ArchivedMessage last() throws IOException {
        return archive.message(new AccessionNumber(archive.size() - 1));
    }

    String lastBytes() throws IOException {
        try (InputStream raw = last().open()) {
            return new String(raw.readAllBytes(), ISO_8859_1);
        }
    }

    long captures() throws IOException {
        long captures = 0;
        try (var entries = archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (entry.get() instanceof LogEntry.Capture) captures++;
            }
        }
        return captures;
    }

    List<AlarmKind> alarmKinds() {
        return alarms.standing().stream().map(Alarm::kind).toList();
    }

    @Override
    public void close() throws IOException {
        receiver.close();
        archive.close();
        alarms.close();
    }
}
