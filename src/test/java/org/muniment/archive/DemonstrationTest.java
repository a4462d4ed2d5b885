package org.muniment.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {
    @TempDir
    private Path folder;

    @Test
    void aDemonstrationIsOneForEver() throws Exception {
        var fixture = new Fixture(folder);
        try (var archive = fixture.open()) {
            assertThat(archive.demonstration()).isEmpty();
            archive.beginDemonstration("seed 1");
            Fixture.keep(archive, Fixture.file(), "Subject: x\r\n\r\ny".getBytes(UTF_8));
        }
        try (var archive = fixture.open()) {
            assertThat(archive.demonstration()).contains("seed 1");
            assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).ok())
                    .isTrue();
        }
    }

    @Test
    void anArchiveThatHoldsMailNeverBecomesOne() throws Exception {
        var fixture = new Fixture(folder);
        try (var archive = fixture.open()) {
            Fixture.keep(archive, Fixture.file(), "Subject: x\r\n\r\ny".getBytes(UTF_8));
            assertThatThrownBy(() -> archive.beginDemonstration("seed 1"))
                    .isInstanceOf(ArchiveHoldsMail.class)
                    .hasMessageContaining("cannot become a demonstration");
            // The event alone, later, is not enough.
            archive.record(new LifecycleEvent(Demonstration.KIND, "seed 1"));
        }
        try (var archive = fixture.open()) {
            assertThat(archive.demonstration()).isEmpty();
        }
    }
}
