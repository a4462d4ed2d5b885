package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.LifecycleEvent;

class ConfigurationWatchTest {
    @TempDir
    Path home;

    private DataFolder open(long segmentBytes) throws IOException {
        ArchiveSettings settings = ArchiveSettings.standard()
                .withPassphraseFile(home.resolve("passphrase"))
                .withSegmentBytesMax(segmentBytes);
        return DataFolder.open(
                home.resolve("data"), new DataFolder.Settings(settings, InstantSource.system(), ZoneOffset.UTC));
    }

    private static List<String> lookTwice(DataFolder folder) throws IOException {
        try (var watch = new ConfigurationWatch(folder)) {
            watch.look();
            watch.look();
        }
        List<String> changes = new ArrayList<>();
        try (var events = folder.archive().events(new AccessionNumber(0))) {
            for (var event = events.next(); event.isPresent(); event = events.next()) {
                LifecycleEvent its = event.get().event();
                if (its.kind().equals("other")) continue;
                assertThat(its.kind())
                        .isEqualTo(changes.isEmpty() ? ConfigurationWatch.FIRST : ConfigurationWatch.CHANGED);
                changes.add(its.body());
            }
        }
        return changes;
    }

    @Test
    void eachChangeOfWhatGovernsCaptureIsOneEntryOfTheLog() throws IOException {
        try (DataFolder folder = open(1 << 20)) {
            assertThat(lookTwice(folder))
                    .singleElement()
                    .asString()
                    .contains("\"segment-bytes 1048576\"")
                    .doesNotContain("before");
            Files.writeString(folder.path().resolve(JournalAddresses.FILE), "journal@city.example\n");
            assertThat(lookTwice(folder))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("\"journal-addresses.txt none\"", "\"journal-addresses.txt sha256 ");
        }
        try (DataFolder folder = open(2 << 20)) {
            assertThat(lookTwice(folder))
                    .hasSize(3)
                    .last()
                    .asString()
                    .contains("\"segment-bytes 1048576\"", "\"segment-bytes 2097152\"", "nowSha256");
        }
    }

    @Test
    void whoeverDeletesOrEditsTheFileBesideTheLogHidesNoChange() throws IOException {
        long other;
        try (DataFolder folder = open(1 << 20)) {
            lookTwice(folder);
            other = folder.archive().record(new LifecycleEvent("other", "{}")).index();
        }
        Path file = home.resolve("data").resolve(ConfigurationWatch.FILE);
        Files.writeString(file, other + "\n");
        try (DataFolder folder = open(1 << 20)) {
            assertThat(lookTwice(folder)).as("nothing has changed").hasSize(1);
        }
        Files.delete(file);
        try (DataFolder folder = open(2 << 20)) {
            assertThat(lookTwice(folder)).hasSize(2).last().asString().contains("\"segment-bytes 1048576\"");
        }
        int entries = 2;
        for (String edited : List.of("0\n", "999999\n", "segment-bytes 1048576\n", "\u00ff\u00fe", "")) {
            Files.writeString(file, edited, StandardCharsets.ISO_8859_1);
            try (DataFolder folder = open((entries % 2 == 0 ? 1 : 2) << 20)) {
                assertThat(lookTwice(folder)).as(edited).hasSize(++entries);
            }
        }
    }
}
