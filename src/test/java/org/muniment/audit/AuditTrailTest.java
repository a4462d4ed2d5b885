package org.muniment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.audit.AuditRoom.ADAM;
import static org.muniment.audit.AuditRoom.OLGA;
import static org.muniment.audit.AuditRoom.REQUEST;
import static org.muniment.audit.AuditRoom.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.IntegrityCheck.Level;

class AuditTrailTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenDownIsThereAfterARestartAndChecksOut() throws Exception {
        try (AuditRoom room = AuditRoom.in(folder)) {
            room.trail.record(entry(Act.SEARCHED, OLGA, "sewer bond: 3 messages", 4, 5, 5));
            room.trail.record(entry(Act.OPENED, OLGA, "message 4", 4));
        }
        try (AuditRoom room = AuditRoom.in(folder)) {
            List<AuditLine> lines = room.lines(AuditFilter.ALL);
            assertThat(lines).extracting(AuditLine::act).containsExactly("OPENED", "SEARCHED");
            AuditLine searched = lines.getLast();
            assertThat(searched.entry()).isZero();
            assertThat(searched.name()).isEqualTo("Olga Ríos");
            assertThat(searched.roles()).containsExactly("RECORDS_OFFICER");
            assertThat(searched.purpose()).contains(REQUEST);
            assertThat(searched.what()).isEqualTo("sewer bond: 3 messages");
            assertThat(searched.shown()).containsExactly(4L, 5L);
            assertThat(searched.from()).isEqualTo("10.0.0.7");
            assertThat(room.trail.check(Level.FULL, (_, _) -> {})).hasValueSatisfying(report -> {
                assertThat(report.findings()).isEmpty();
                assertThat(report.checked()).isEqualTo(2);
            });
            assertThat(room.trail.checkpoint())
                    .hasValueSatisfying(signed -> assertThat(signed.size()).isEqualTo(2));
        }
    }

    @Test
    void whoReadAMessageAndWhatAPersonReadAreAnswered() throws Exception {
        try (AuditRoom room = AuditRoom.in(folder)) {
            room.trail.record(entry(Act.SEARCHED, OLGA, "dock", 1, 2));
            room.trail.record(entry(Act.OPENED, OLGA, "message 2", 2));
            room.trail.record(entry(Act.OPENED, OLGA, "message 2", 2));
            room.trail.record(entry(Act.AUDIT_READ, ADAM, "all"));
            assertThat(room.lines(AuditFilter.ofMessage(2))).hasSize(3);
            assertThat(room.lines(AuditFilter.ofPerson(9)))
                    .extracting(AuditLine::act)
                    .containsExactly("AUDIT_READ");
            assertThat(room.trail.rows().readings(2))
                    .extracting(reading -> reading.act() + " " + reading.times())
                    .containsExactlyInAnyOrder("OPENED 2", "SEARCHED 1");
            assertThat(room.trail.rows().messagesRead(7)).isEqualTo(1);
            assertThat(room.trail.rows().people())
                    .extracting(AuditRows.KnownPerson::name)
                    .containsExactly("Adam Auer", "Olga Ríos");
            AuditFilter openedFor2026 = new AuditFilter(
                    Optional.of(7L),
                    Set.of(Act.OPENED),
                    Optional.empty(),
                    Optional.of("2026-"),
                    Optional.empty(),
                    Optional.empty());
            assertThat(room.trail.rows().count(openedFor2026)).isEqualTo(2);
        }
    }

    @Test
    void theRowsAreDerivedAnewFromTheLog() throws Exception {
        try (AuditRoom room = AuditRoom.in(folder)) {
            LongStream.range(0, 1_203)
                    .parallel()
                    .forEach(n -> room.trail.record(entry(Act.OPENED, OLGA, "message " + n, n)));
            List<AuditLine> before = room.lines(AuditFilter.ALL);
            room.workflow.sql().sql("UPDATE audit_entry SET name = 'nobody'").update();
            assertThat(room.trail.rebuildRows()).isEqualTo(1_203);
            assertThat(room.lines(AuditFilter.ALL)).isEqualTo(before);
            assertThat(room.trail.rows().count(AuditFilter.ALL)).isEqualTo(1_203);
        }
    }

    @Test
    void nothingIsWrittenWhereNothingWasEverWrittenDown() throws Exception {
        try (AuditRoom room = AuditRoom.in(folder)) {
            assertThat(room.trail.isBegun()).isFalse();
            assertThat(room.trail.checkpoint()).isEmpty();
            assertThat(room.trail.check(Level.QUICK, (_, _) -> {})).isEmpty();
        }
        assertThat(folder.resolve("audit")).doesNotExist();
        assertThat(folder.resolve("passphrase")).doesNotExist();
    }

    @Test
    void aPassphraseThatIsThereIsUsedAndNeverReplaced() throws Exception {
        String theirs = "the passphrase of another store\n";
        Files.writeString(folder.resolve("passphrase"), theirs);
        try (AuditRoom room = AuditRoom.in(folder)) {
            room.trail.record(entry(Act.OPENED, OLGA, "message 4", 4));
        }
        assertThat(folder.resolve("passphrase")).hasContent(theirs);
        Files.writeString(folder.resolve("passphrase"), "quite another passphrase altogether\n");
        try (AuditRoom room = AuditRoom.in(folder)) {
            assertThatThrownBy(() -> room.trail.record(entry(Act.OPENED, OLGA, "message 4", 4)))
                    .isInstanceOf(AuditCannotBeWritten.class)
                    .hasMessageContaining("This was not done");
        }
    }

    @Test
    void neitherQueriesNorNamesStandOpenInTheStore() throws Exception {
        String canary = "xylophone-canary-4711";
        try (AuditRoom room = AuditRoom.in(folder)) {
            room.trail.record(entry(Act.SEARCHED, OLGA, canary, 1));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("audit"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(bytes(file)).doesNotContain(canary).doesNotContain("Olga");
            }
        }
    }

    @Test
    void twoHundredPeopleAtOnceShareTheForce() throws Exception {
        int people = 200;
        int each = 10;
        CountDownLatch start = new CountDownLatch(1);
        try (AuditRoom room = AuditRoom.in(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            room.trail.record(entry(Act.SIGNED_IN, OLGA, "warm"));
            for (int person = 0; person < people; person++) {
                threads.submit(() -> {
                    start.await();
                    for (int n = 0; n < each; n++) room.trail.record(entry(Act.SEARCHED, OLGA, "q", n));
                    return null;
                });
            }
            long begin = System.nanoTime();
            start.countDown();
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%d entries by %d people in %.2f s%n", people * each, people, seconds);
            assertThat(room.trail.size()).isEqualTo(people * each + 1L);
            assertThat(room.trail.rows().count(AuditFilter.ALL)).isEqualTo(people * each + 1L);
        }
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
