package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.anchor.Anchor.Kind;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.Progress;

class TimeStampTest {
    @TempDir
    Path folder;

    private LocalAuthority authority;
    private AnchoredArchive archive;

    @BeforeEach
    void open() throws IOException {
        authority = new LocalAuthority(folder.resolve("authority"));
        archive = new AnchoredArchive(folder.resolve("archive"));
        authority.nameIn(archive.data());
        archive.grow();
    }

    @AfterEach
    void close() throws IOException {
        authority.close();
        List<String> findings = archive.archive
                .check(IntegrityCheck.Level.FULL, Progress.UNSEEN)
                .findings();
        archive.close();
        assertThat(findings).isEmpty();
    }

    @Test
    void theNewestCheckpointIsStampedAndOpensslAloneAgrees() throws IOException {
        Anchors.Round round = archive.anchors().askWhoeverIsDue();
        assertThat(round.failures()).isEmpty();
        assertThat(round.brought()).singleElement().satisfies(anchor -> {
            assertThat(anchor.kind()).isEqualTo(Kind.TIME_STAMP);
            assertThat(anchor.by()).isEqualTo("local");
            assertThat(anchor.size()).isEqualTo(1);
            assertThat(anchor.at())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        });
        Path stem = archive.anchorsFolder()
                .resolve(AnchorShelf.name(round.brought().getFirst()).toString());
        assertThat(LocalAuthority.openssl(List.of(
                        "ts",
                        "-verify",
                        "-data",
                        stem + ".checkpoint",
                        "-in",
                        stem + ".tsr",
                        "-CAfile",
                        stem + ".pem")))
                .contains("Verification: OK");
        assertThat(archive.anchors().checkQuickly()).isEmpty();
        assertThat(archive.anchors().checkFully()).isEmpty();
        assertThat(archive.archive.size()).as("an entry says so").isEqualTo(2);
    }

    @Test
    void anAuthorityIsAskedOnceADay() throws IOException, InterruptedException {
        assertThat(archive.anchors().askWhoeverIsDue().brought()).hasSize(1);
        assertThat(archive.anchors().askWhoeverIsDue().brought()).isEmpty();
        archive.laterBy(Duration.ofHours(23));
        archive.signed();
        assertThat(archive.anchors().askWhoeverIsDue().brought()).hasSize(1);
        assertThat(archive.anchors().kept()).extracting(Anchor::size).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void onceAYearTheNewestTokenIsStampedAnew() throws IOException, InterruptedException {
        archive.anchors().askWhoeverIsDue();
        archive.laterBy(Duration.ofDays(366));
        assertThat(archive.anchors().askWhoeverIsDue().brought())
                .extracting(Anchor::kind)
                .containsExactly(Kind.RENEWAL);
        assertThat(archive.anchors().checkFully()).isEmpty();
    }

    @Test
    void anAuthorityMayBePinnedByItsOwnCertificate() throws IOException {
        authority.nameIn(archive.data(), authority.address(), authority.ownCertificate());
        assertThat(archive.anchors().askWhoeverIsDue().failures()).isEmpty();
        assertThat(archive.anchors().checkFully()).isEmpty();
    }

    /// What makes two of the refusals in the other test mean something.
    @Test
    void anAnswerMadeInTheSameWayWithAGoodCertificateIsTaken() throws IOException {
        authority.answer = query -> authority.stampWith(
                query, LocalAuthority.Purpose.TIME_STAMPING, Instant.now().plus(Duration.ofDays(9)));
        assertThat(archive.anchors().askWhoeverIsDue().failures()).isEmpty();
    }
}
