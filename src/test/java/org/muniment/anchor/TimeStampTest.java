package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        authority.answer = query -> authority.stampOther("other".getBytes(StandardCharsets.UTF_8), List.of());
        refused("not to our question");
    }

    @Test
    void anAnswerWithoutOurNonceIsRefused() throws IOException {
        byte[] checkpoint = archive.archive.checkpoint().orElseThrow().bytes();
        authority.answer = query -> authority.stampOther(checkpoint, List.of());
        refused("nonce");
        authority.answer = query -> authority.stampOther(checkpoint, List.of("-no_nonce"));
        refused("nonce");
    }

    @Test
    void anEarlierAnswerIsRefused() throws IOException {
        byte[] earlier =
                authority.stampOther(archive.archive.checkpoint().orElseThrow().bytes(), List.of());
        authority.answer = query -> earlier;
        refused("nonce");
    }

    @Test
    void aCertificateThatNobodyTrustedVouchesForIsRefused() throws IOException {
        try (LocalAuthority stranger = new LocalAuthority(folder.resolve("stranger"))) {
            authority.answer = stranger::stamp;
            refused("no trusted one vouches for");
        }
    }

    @Test
    void aCertificateForSomethingElseIsRefused() {
        for (var purpose : List.of(LocalAuthority.Purpose.WEB_SITE, LocalAuthority.Purpose.TIME_STAMPING_BY_THE_WAY)) {
            authority.answer =
                    query -> authority.stampWith(query, purpose, Instant.now().plus(Duration.ofDays(9)));
            refused("ExtendedKeyUsage");
        }
    }

    @Test
    void aCertificateThatHasEndedIsRefused() {
        authority.answer = query -> authority.stampWith(
                query, LocalAuthority.Purpose.TIME_STAMPING, Instant.now().minus(Duration.ofDays(1)));
        refused("certificate not valid");
    }

    /// What makes the three refusals above mean something.
    @Test
    void anAnswerMadeInTheSameWayWithAGoodCertificateIsTaken() throws IOException {
        authority.answer = query -> authority.stampWith(
                query, LocalAuthority.Purpose.TIME_STAMPING, Instant.now().plus(Duration.ofDays(9)));
        assertThat(archive.anchors().askWhoeverIsDue().failures()).isEmpty();
    }

    @Test
    void garbageIsRefused() {
        authority.answer = query -> "<html>Service is down</html>".getBytes(StandardCharsets.UTF_8);
        refused("no time-stamp response");
        authority.answer = query -> new byte[0];
        refused("no time-stamp response");
        authority.answer = query -> query;
        refused("no time-stamp response");
        authority.answer = query -> new byte[OutsideHttp.ANSWER_BYTES_MAX + 1];
        refused("did not answer as it should");
    }

    @Test
    void aRefusalOfTheAuthorityIsSaid() {
        authority.answer = query -> authority.stamp("no query".getBytes(StandardCharsets.UTF_8));
        refused("refused to stamp");
    }

    @Test
    void noRedirectIsFollowed() throws IOException {
        authority.nameIn(archive.data(), authority.movedAddress(), authority.rootCertificate());
        refused("status 307");
    }

    @Test
    void aLateAnswerIsNotWaitedFor() throws IOException {
        authority.answer = query -> {
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return authority.stamp(query);
        };
        var impatient = new Anchors(archive.data(), archive.archive, archive.clock(), Duration.ofMillis(300));
        assertThat(impatient.askWhoeverIsDue().failures())
                .singleElement()
                .asString()
                .contains("took longer than");
        assertThat(archive.anchors().kept()).isEmpty();
    }

    private void refused(String why) {
        try {
            Anchors.Round round = archive.anchors().askEverybody();
            assertThat(round.brought()).isEmpty();
            assertThat(round.failures())
                    .singleElement()
                    .asString()
                    .startsWith("Time-stamp authority local: ")
                    .contains(why);
            assertThat(archive.anchors().kept()).isEmpty();
            assertThat(Files.exists(archive.anchorsFolder())).isFalse();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
