package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

/// A store of every format that ever shipped opens, verifies, and gives back the same bytes. If one of these fails, the
/// program is wrong, not the store: never make it again.
class GoldenStoreTest {
    private static final Path FORMAT_1 = Path.of("src/test/resources/org/muniment/archive/golden-1");

    @TempDir
    Path folder;

    @Test
    void theStoreOfFormatOneOpensAndVerifies() throws IOException {
        Fixture.copy(FORMAT_1, folder);
        var clock = java.time.InstantSource.fixed(Fixture.NOON);
        var settings = GoldenStore.settings(folder.resolve("passphrase"));
        try (var alarms = Alarms.in(folder.resolve("workflow"), clock);
                var archive = Archive.open(folder.resolve("data"), settings, alarms, clock)) {
            assertThat(archive.readOnlyReason()).isEmpty();
            assertThat(archive.size()).isEqualTo(GoldenStore.CAPTURES + 3);
            for (int i = 0; i < GoldenStore.CAPTURES; i++) {
                var number = new AccessionNumber(i);
                assertThat(Fixture.raw(archive, number)).isEqualTo(GoldenStore.message(i));
                assertThat(archive.message(number).envelope()).isEqualTo(GoldenStore.envelope(i));
            }
            assertThat(Fixture.raw(archive, new AccessionNumber(GoldenStore.CAPTURES + 2)))
                    .isEqualTo(GoldenStore.large());
            assertThat(entryTexts(archive))
                    .isEqualTo(
                            Files.readString(FORMAT_1.resolve("entries.sha256")).strip());
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    /// Returns the hash of all public entries, as the log has them.
    static String entryTexts(Archive archive) throws IOException {
        var all = new TreeMap<Long, String>();
        for (long i = 0; i < archive.size(); i++)
            all.put(i, new String(archive.log().entry(i), StandardCharsets.UTF_8));
        byte[] text = String.join("", all.values()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Primitives.sha256().digest(text));
    }
}
