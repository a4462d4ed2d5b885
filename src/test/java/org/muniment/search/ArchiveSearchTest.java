package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Peer;
import org.muniment.message.MailGenerator;

class ArchiveSearchTest {
    private static final long SEED = 1_848;
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Alarms alarms;
    private Archive archive;
    private ArchiveSearch search;

    @BeforeEach
    void open() throws IOException {
        var clock = InstantSource.system();
        alarms = Alarms.in(folder.resolve("workflow"), clock);
        var settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder.resolve("data"), settings, alarms, clock);
        search = openSearch();
    }

    @AfterEach
    void close() throws IOException {
        search.close();
        archive.close();
        alarms.close();
    }

    @Test
    void aMessageIsFoundWithinTwoSecondsOfItsReceipt() throws Exception {
        search.start();
        capture(mail(0, "first"));
        awaitAll();
        for (int i = 1; i < 4; i++) {
            capture(mail(i, "canary" + i));
            assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(2)))
                    .isTrue();
            assertThat(search("canary" + i).total()).isEqualTo(1);
        }
    }

    @Test
    void aHitShowsTheMessageAndEveryoneAnyCaptureNames() throws Exception {
        search.start();
        var first = capture(mail(1, "The <b>permits</b> were granted."), "bob@city.gov", "journal@archive.gov");
        capture(mail(2, "Nothing."));
        var second = capture(mail(1, "The <b>permits</b> were granted."), "hidden@city.gov");
        awaitAll();
        var hits = search("permit recipient:hidden@city.gov recipient:bob@city.gov -recipient:journal");
        assertThat(hits.total()).isEqualTo(1);
        assertThat(hits.captures()).isEqualTo(2);
        assertThat(hits.indexedThrough()).isEqualTo(archive.size());
        var hit = hits.hits().getFirst();
        assertThat(hit.message()).isEqualTo(new FoundMessage(first, List.of(first, second)));
        assertThat(hit.recipients()).containsExactly("carla@city.gov", "bob@city.gov", "hidden@city.gov");
        assertThat(hit.from()).isEqualTo("Ann Lee <ann@city.gov>");
        assertThat(hit.sentAt()).contains(Instant.parse("2026-08-03T14:00:00Z"));
        assertThat(hit.snippets()).anySatisfy(snippet -> {
            assertThat(snippet.text()).contains("The <b>permits</b> were granted.");
            var mark = snippet.marks().getFirst();
            assertThat(snippet.text().substring(mark.start(), mark.end())).isEqualTo("permits");
        });
        assertThat(search.messageOf(second, SearchScope.everything())).contains(hit.message());
    }

    @Test
    void thePeopleOfAnAnswerAreCountedByMessagesOfWhichEachIsOnce() throws Exception {
        search.start();
        capture(mail(1, "levy"), "bob@city.gov", "bob@police.city.gov");
        capture(mail(2, "levy"), "bob+lists@city.gov", "eve@else.example");
        capture(mail(3, "nothing"), "bob@city.gov");
        awaitAll();
        var city = new Participants(Set.of(), Set.of("city.gov"));
        var counts = search.participants(query("levy"), SearchScope.everything(), city);
        assertThat(counts)
                .containsExactly(
                        new ParticipantCount("ann@city.gov", 2),
                        new ParticipantCount("bob@city.gov", 2),
                        new ParticipantCount("carla@city.gov", 2),
                        new ParticipantCount("bob@police.city.gov", 1));
        var bob = new Participants(Set.of("bob@police.city.gov"), Set.of());
        assertThat(search.participants(query("levy"), SearchScope.everything(), bob))
                .containsExactly(new ParticipantCount("bob@police.city.gov", 1));
        assertThat(search.participants(query("levy"), SearchScope.nothing(), city))
                .isEmpty();
        assertThat(search.participants(query("levy"), SearchScope.everything(), Participants.NOBODY))
                .isEmpty();
    }

    @Test
    void theMessagesThatCouldNotBeSearchedAreListedAsTheyAreCounted() throws Exception {
        search.start();
        capture(mail(1, "levy"));
        var unread = capture("""
                Subject: levy\r
                MIME-Version: 1.0\r
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r
                Content-Transfer-Encoding: base64\r
                \r
                MIIB\r
                """.getBytes(StandardCharsets.UTF_8));
        awaitAll();
        assertThat(search("budget").unsearchable()).isEqualTo(1);
        assertThat(search.unsearchable(query("budget"), SearchScope.everything(), 10))
                .singleElement()
                .satisfies(each -> assertThat(each.message().accession()).isEqualTo(unread));
        assertThat(search.unsearchable(query("levy"), SearchScope.everything(), 10))
                .isEmpty();
    }

    @Test
    void repetitionsAndEventsAreNoCapturesButPassedBy() throws Exception {
        search.start();
        capture(mail(1, "once"), "bob@city.gov");
        archive.record(new LifecycleEvent("test-event", "{\"secret\":\"once\"}"));
        var repeated = capture(mail(1, "once"), "bob@city.gov");
        awaitAll();
        assertThat(search.indexedThrough()).isEqualTo(3);
        assertThat(search("once").captures()).isEqualTo(1);
        assertThat(search.messageOf(repeated, SearchScope.everything())).isEmpty();
    }

    @Test
    void aClosedIndexGoesOnWhereItStopped() throws Exception {
        search.start();
        capture(mail(1, "before"));
        awaitAll();
        search.close();
        capture(mail(2, "after"));
        search = openSearch();
        assertThat(search.indexedThrough()).isEqualTo(1);
        search.start();
        awaitAll();
        assertThat(search("before OR after").total()).isEqualTo(2);
        assertThat(alarms.standing()).isEmpty();
    }

    @Test
    void aDamagedIndexIsBuiltAgainByItselfWithAnAlarm() throws Exception {
        search.start();
        for (int i = 0; i < 20; i++) capture(mail(i, "kept" + i));
        awaitAll();
        search.close();
        try (var files = Files.list(folder.resolve("index"))) {
            for (var file : files.filter(each -> each.getFileName().toString().startsWith("segments"))
                    .toList()) Files.write(file, new byte[] {1, 2, 3});
        }
        search = openSearch();
        search.start();
        awaitAll();
        assertThat(search("kept*").total()).isEqualTo(20);
        assertThat(alarms.standing()).extracting(alarm -> alarm.kind()).contains(AlarmKind.INDEX_REBUILT);
    }

    @Test
    void aRebuiltIndexAnswersAsTheOneBefore() throws Exception {
        search.start();
        var generator = MailGenerator.seeded(SEED);
        for (int i = 0; i < 120; i++) {
            var raw = generator.next().raw();
            capture(raw, "reader" + i % 7 + "@city.gov");
            if (i % 3 == 0) capture(raw, "second@city.gov");
            if (i % 40 == 0) awaitAll();
        }
        awaitAll();
        var before = all();
        var progress = new ArrayList<Long>();
        search.rebuild((done, total) -> progress.add(done));
        assertThat(all()).isEqualTo(before);
        assertThat(before).hasSize(120);
        assertThat(progress.getLast()).isEqualTo(archive.size());
        var hits = search("*");
        assertThat(hits.total()).isEqualTo(120);
        assertThat(hits.captures()).isEqualTo(160);
        assertThat(hits.unsearchable()).isZero();
    }

    @Test
    void theNumberOfHitsIsLimitedTheCountsAreNot() throws Exception {
        search.start();
        for (int i = 0; i < 30; i++) capture(mail(i, "counted"));
        awaitAll();
        var hits = search.search(query("counted"), SearchScope.everything(), 7);
        assertThat(hits.hits()).hasSize(7);
        assertThat(hits.total()).isEqualTo(30);
        assertThatThrownBy(() -> search.search(query("counted"), SearchScope.everything(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ArchiveSearch openSearch() throws IOException {
        var settings = SearchSettings.in(ZoneOffset.UTC).withJournalAddresses(Set.of("journal@archive.gov"));
        return ArchiveSearch.open(folder.resolve("index"), archive, alarms, InstantSource.system(), settings);
    }

    private List<FoundMessage> all() throws IOException {
        var all = new ArrayList<FoundMessage>();
        search.every(query("*"), SearchScope.everything(), all::add);
        return all;
    }

    private SearchHits search(String text) throws IOException {
        return search.search(query(text), SearchScope.everything(), 20);
    }

    private static SearchQuery query(String text) {
        return SearchQuery.parse(text, ZoneOffset.UTC, LocalDate.EPOCH);
    }

    private void awaitAll() throws InterruptedException {
        assertThat(search.awaitIndexed(archive.size(), LONG)).isTrue();
    }

    private AccessionNumber capture(byte[] raw, String... recipients) throws IOException {
        var envelope = new Envelope(
                "test", Channel.SMTP, Optional.of("ann@city.gov"), List.of(recipients), Peer.NONE, Instant.EPOCH);
        try (var incoming = archive.receive(envelope)) {
            try (var body = incoming.body()) {
                body.write(raw);
            }
            return incoming.commit().join().accession();
        }
    }

    private static byte[] mail(int number, String text) {
        return """
                From: Ann Lee <ann@city.gov>
                To: Carla <carla@city.gov>
                Subject: Message %d
                Date: Mon, 3 Aug 2026 09:00:00 -0500
                Message-ID: <%d@city.gov>

                %s
                """.formatted(number, number, text).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
