package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;

/// This is the archive behind its receiver and nothing else, in a process that starts within a second and may be
/// killed: for measuring what an accept costs, and for tests that cut it off.
final class BareJournal {
    private BareJournal() {}

    /// Arguments: data folder, passphrase file, port, and perhaps the bytes of a segment and the folder of a mirror.
    /// Runs
    /// until it is killed.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        InstantSource clock = InstantSource.system();
        Optional<Path> mirror = arguments.length > 4 ? Optional.of(Path.of(arguments[4])) : Optional.empty();
        try (BareMirror folder = new BareMirror(data, mirror);
                Alarms alarms = Alarms.in(data.resolve("workflow"), clock);
                Archive archive = Archive.open(folder.dataFolder(), settings(arguments), alarms, clock);
                SmtpReceiver receiver = SmtpReceiver.start(
                        archive,
                        SmtpSettings.onLoopback(Integer.parseInt(arguments[2]), data.resolve("tls")),
                        alarms,
                        clock,
                        new SecureRandom())) {
            System.out.println("port " + receiver.port());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static ArchiveSettings settings(String... arguments) {
        ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(Path.of(arguments[1]));
        return arguments.length > 3 ? settings.withSegmentBytesMax(Long.parseLong(arguments[3])) : settings;
    }
}
