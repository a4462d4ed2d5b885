package org.muniment.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever comes back: what does not hold is said, and nothing is kept.
class TimeStampRefusedTest {
    @TempDir
    static Path folder;

    private static LocalAuthority authority;
    private static AnchoredArchive archive;
    private static LocalAuthority.Answer honest;

    @BeforeAll
    static void openOnce() throws IOException {
        authority = new LocalAuthority(folder.resolve("authority"));
        honest = authority.answer;
        archive = new AnchoredArchive(folder.resolve("archive"));
        archive.grow();
    }

    @AfterAll
    static void close() {
        authority.close();
        archive.close();
    }

    @BeforeEach
    void name() throws IOException {
        authority.answer = honest;
        authority.usesCertificate(
                LocalAuthority.Purpose.TIME_STAMPING, Instant.now().plus(Duration.ofDays(9)));
        authority.nameIn(archive.data());
    }

    @Test
    void theSameAuthorityAnsweringAsItShouldWouldBeBelieved() throws IOException {
        byte[] bytes = "anything".getBytes(StandardCharsets.UTF_8);
        var believed = AnchorSettings.in(archive.data()).authorities().getFirst();
        byte[] response = believed.stamp(bytes, new OutsideHttp(Duration.ofSeconds(20)), new SecureRandom());
        assertThat(TokenCheck.check(response, bytes, believed.trusted()))
                .isAfter(Instant.now().minusSeconds(60));
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
            throw new UncheckedIOException(e);
        }
    }
}
