package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is gone cannot be asked who allowed it: the authorisation is under a signed checkpoint before any key goes.
class SignedBeforeDestroyedTest {
    private static final AccessionNumber GONE = new AccessionNumber(1);

    @TempDir
    Path folder;

    @Test
    void nothingIsDestroyedBeforeItsAuthorisationIsSigned() throws IOException {
        try (var fixture = new Fixture(folder)) {
            var usual = fixture.settings;
            fixture.settings = new ArchiveSettings(
                    usual.passphraseFile(),
                    8 << 10,
                    Duration.ofHours(24),
                    64 << 20,
                    0,
                    Duration.ofDays(1),
                    usual.random());
            var random = new Random(3);
            byte[] raw = Fixture.bytes(random, 1_500);
            try (var archive = fixture.open()) {
                Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 1_500));
                Fixture.keep(archive, Fixture.file(), raw);
                for (int i = 0; i < 8; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 1_500));
                archive.publish();
                archive.destructions().guardedBy(new TestGuard(), () -> Fixture.NOON);
                Path inTheWay =
                        new StoreLayout(fixture.data()).log(archive.origin()).resolve("checkpoint.new/in-the-way");
                Files.createDirectories(inTheWay);
                destroy(archive);
                assertThat(Fixture.raw(archive, GONE)).isEqualTo(raw);
                Files.delete(inTheWay);
                Files.delete(DurableFiles.folderOf(inTheWay));
                archive.destructions().goOn();
                assertThatThrownBy(() -> Fixture.raw(archive, GONE)).isInstanceOf(CaptureWasDestroyed.class);
            }
        }
    }

    private static void destroy(Archive archive) {
        try {
            archive.destructions().destroy(AccessionRanges.of(List.of(GONE)), TestDestruction.FORM);
        } catch (IOException | RuntimeException refused) {
            // It may refuse at once or stop on the way: what counts is what can be read.
        }
    }
}
