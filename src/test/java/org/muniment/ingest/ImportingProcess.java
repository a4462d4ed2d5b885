package org.muniment.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;

/// This is an import in a process of its own, which a test can kill. It says how much is on disk while it goes on.
final class ImportingProcess {
    private ImportingProcess() {}

    /// Arguments: data folder, passphrase file, what to import.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        InstantSource clock = InstantSource.system();
        try (Alarms alarms = Alarms.in(data.resolve("workflow"), clock);
                Archive archive = Archive.open(
                        data, ArchiveSettings.standard().withPassphraseFile(Path.of(arguments[1])), alarms, clock)) {
            System.out.println("open");
            ImportReport report = new FileImport(archive, clock, _ -> 0)
                    .run(
                            List.of(Path.of(arguments[2])),
                            "import",
                            (messages, bytes) -> System.out.println("read " + messages + " size " + archive.size()));
            System.out.println("done " + report.captured() + " " + report.duplicates());
        }
    }

    static Process start(Path data, Path passphrase, Path mail, String heap) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx" + heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingProcess.class.getName(),
                        data.toString(),
                        passphrase.toString(),
                        mail.toString())
                .redirectErrorStream(true)
                .start();
    }
}
