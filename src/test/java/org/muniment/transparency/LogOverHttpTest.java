package org.muniment.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Asking;
import org.muniment.access.NotYourRole;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.access.SignInNeeded;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.LifecycleEvent;
import org.muniment.archive.Progress;
import org.muniment.operator.DataFolder;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class LogOverHttpTest {
    private static final int ENTRIES_AT_FIRST = 300;

    @TempDir
    Path home;

    private DataFolder folder;
    private LogPublicationController settings;
    private MockMvcTester server;

    @BeforeEach
    void open() throws Exception {
        folder = DataFolder.open(
                home.resolve("data"),
                new DataFolder.Settings(
                        ArchiveSettings.standard().withPassphraseFile(home.resolve("passphrase")),
                        InstantSource.system(),
                        ZoneOffset.UTC));
        var publication = new LogPublication(folder.workflow());
        settings = new LogPublicationController(publication, folder.archive(), folder.audit());
        server = MockMvcTester.of(new LogController(folder.archive(), publication));
        grow(ENTRIES_AT_FIRST);
    }

    @AfterEach
    void everythingStoredIsWhatWasSigned() throws IOException {
        assertThat(folder.archive()
                        .check(IntegrityCheck.Level.FULL, Progress.UNSEEN)
                        .findings())
                .isEmpty();
        folder.close();
    }

    private void grow(int entries) throws InterruptedException {
        // Many at once, so that they share their forces.
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < entries; i++)
                many.execute(() -> folder.archive().record(new LifecycleEvent("tried", "{}")));
        }
        long last = folder.archive().size() - 1;
        assertThat(folder.archive().log().awaitCheckpoint(last, Duration.ofMinutes(1)))
                .isPresent();
    }

    private static Actor a(Role role) {
        return new Actor(new PersonId(7), "Ada", Set.of(role), Set.of(), "10.0.0.7");
    }

    private MvcTestResult get(String path, Role... roles) {
        MockHttpServletRequestBuilder builder =
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get("/log/" + path);
        for (Role role : roles)
            builder.with(request -> {
                Asking.is(request, a(role));
                return request;
            });
        return server.perform(builder);
    }

    private byte[] bytes(String path, Role... roles) {
        MvcTestResult result = get(path, roles);
        assertThat(result).as(path).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    @Test
    void aStrangersClientProvesEveryEntryAndThatTheLogOnlyGrew() throws Exception {
        settings.choose(new LogPublicationController.LogPublicationChoice(true), a(Role.ADMINISTRATOR));
        var client = new SmallLogClient(path -> bytes(path), settings.view().key());
        SmallLogClient.Head before = client.head();
        assertThat(before.size()).isEqualTo(ENTRIES_AT_FIRST);
        assertThat(SmallLogClient.root(client.leaves(before.size()))).isEqualTo(before.root());

        grow(250);
        SmallLogClient.Head after = client.head();
        List<byte[]> leaves = client.leaves(after.size());
        assertThat(SmallLogClient.root(leaves)).isEqualTo(after.root());
        assertThat(SmallLogClient.root(leaves.subList(0, ENTRIES_AT_FIRST)))
                .as("the tree of before is the beginning of this one")
                .isEqualTo(before.root());
        assertThat(client.levelOne(after.size()))
                .startsWith(SmallLogClient.root(leaves.subList(0, 256)))
                .hasSize(64);
    }

    @Test
    void anAuditorFindsEachEntryInTheTree() throws Exception {
        var client = new SmallLogClient(
                path -> bytes(path, Role.AUDITOR), settings.view().key());
        SmallLogClient.Head head = client.head();
        List<byte[]> leaves = client.leaves(head.size());
        List<byte[]> entries = client.entries(head.size());
        assertThat(entries).hasSize(ENTRIES_AT_FIRST);
        for (int index : new int[] {0, 1, 255, 256, 298, 299}) {
            byte[] leaf = SmallLogClient.leaf(entries.get(index));
            List<byte[]> path = SmallLogClient.path(index, leaves);
            assertThat(SmallLogClient.rootOf(leaf, index, head.size(), path)).isEqualTo(head.root());
        }
    }

    @Test
    void whatIsServedIsTheFileByteForByte() throws IOException {
        Path log = home.resolve("data/store/log").resolve(folder.archive().origin());
        for (String path : new String[] {"checkpoint", "tile/0/000", "tile/1/000.p/1", "tile/entries/000"})
            assertThat(bytes(path, Role.AUDITOR)).as(path).isEqualTo(file(log.resolve(path)));
        assertThat(bytes("tile/0/001.p/3", Role.AUDITOR)).hasSize(3 * 32);
    }

    private static byte[] file(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlyTheOneSpellingOfATileInTheSignedTreeIsAnswered() {
        for (String path : new String[] {
            "tile/0/001",
            "tile/0/001.p/45",
            "tile/0/001.p/0",
            "tile/0/000.p/256",
            "tile/0/0",
            "tile/00/000",
            "tile/0/x000/000",
            "tile/0/000/",
            "tile/0/000.p/1/",
            "tile/8/000",
            "tile/63/000",
            "tile/0/x999/x999/x999/x999/x999/x999/999",
            "tile/entries/..%2f..%2fcheckpoint",
            "tile/0/%30%30%30",
            "tile/entries"
        })
            assertThat(get(path, Role.AUDITOR).getResponse().getStatus())
                    .as(path)
                    .isEqualTo(404);
    }

    @Test
    void untilTheCitySaysSoOnlyThoseWhoLookAfterTheArchiveReadIt() {
        assertThat(get("checkpoint")).hasFailed().failure().hasRootCauseInstanceOf(SignInNeeded.class);
        assertThat(get("tile/0/000")).hasFailed().failure().hasRootCauseInstanceOf(SignInNeeded.class);
        assertThat(get("checkpoint", Role.REVIEWER)).hasFailed().failure().hasRootCauseInstanceOf(NotYourRole.class);
        assertThat(get("checkpoint", Role.COUNSEL)).hasStatusOk();
        long written = folder.audit().size();
        settings.choose(new LogPublicationController.LogPublicationChoice(true), a(Role.ADMINISTRATOR));
        assertThat(folder.audit().size()).isEqualTo(written + 1);
        assertThat(get("checkpoint")).hasStatusOk();
        settings.choose(new LogPublicationController.LogPublicationChoice(false), a(Role.ADMINISTRATOR));
        assertThat(get("checkpoint")).hasFailed();
    }

    @Test
    void aFullTileIsKeptForEverAndACheckpointNever() {
        assertThat(caching("tile/0/000")).contains("max-age=31536000", "immutable", "private");
        assertThat(caching("tile/0/001.p/44")).contains("max-age=60").doesNotContain("immutable");
        assertThat(caching("checkpoint")).isEqualTo("no-store");
        settings.choose(new LogPublicationController.LogPublicationChoice(true), a(Role.ADMINISTRATOR));
        assertThat(caching("tile/0/000")).contains("public");
        assertThat(caching("tile/entries/000")).contains("private");
    }

    private String caching(String path) {
        return String.valueOf(get(path, Role.AUDITOR).getResponse().getHeader(HttpHeaders.CACHE_CONTROL));
    }
}
