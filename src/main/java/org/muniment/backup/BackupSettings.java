package org.muniment.backup;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/// How old the last backup and the last rehearsal may become: `backup.properties` in the data
/// folder, read anew each time.
record BackupSettings(Duration backupMax, Duration rehearsalMax) {
    private static final String NAME = "backup.properties";
    private static final String BACKUP_DAYS = "8";
    private static final String REHEARSAL_DAYS = "190";

    static BackupSettings in(Path dataFolder) throws IOException {
        var given = new Properties();
        Path file = dataFolder.resolve(NAME);
        if (Files.exists(file))
            try (Reader from = Files.newBufferedReader(file)) {
                given.load(from);
            }
        return new BackupSettings(
                days(given.getProperty("backup-days", BACKUP_DAYS), BACKUP_DAYS),
                days(given.getProperty("rehearsal-days", REHEARSAL_DAYS), REHEARSAL_DAYS));
    }

    /// What is no number of days counts as the default: no alarm is silenced by a slip.
    private static Duration days(String given, String standard) {
        return Duration.ofDays(Integer.parseInt(given.strip().matches("[1-9][0-9]{0,3}") ? given.strip() : standard));
    }
}
