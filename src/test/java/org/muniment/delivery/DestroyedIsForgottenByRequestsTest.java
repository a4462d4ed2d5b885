package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.CaptureWasDestroyed;
import org.muniment.archive.Destructions;
import org.muniment.archive.Guard;
import org.muniment.forgetting.Forgetting;
import org.muniment.rendition.FontShelf;
import org.muniment.workflow.WorkflowDatabase;

/// Of a message that was reviewed for a request, and destroyed later, no word is left in any file: not in a row of the
/// workflow database nor in an old page of its file, not in a release that nobody finalised.
class DestroyedIsForgottenByRequestsTest {
    private static final List<String> CANARIES = List.of("zqsubjectcanary", "zqbodycanary", "zqsendercanary");

    private static FontShelf fonts;

    @TempDir
    Path folder;

    private DeliveryRoom room;
    private boolean isOpen;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
        isOpen = true;
        room.review
                .room()
                .archive
                .destructions()
                .guardedBy(new NothingHeld(), room.review.room().clock()::instant);
    }

    @AfterEach
    void close() throws Exception {
        if (isOpen) room.close();
        isOpen = false;
    }

    @Test
    void rowsAndDraftsOfItGoAndOldPagesOfTheDatabaseToo() throws Exception {
        int item = canary();
        var draft = room.prepared();
        assertThat(room.everything(draft)).contains("zqbodycanary");
        assertThat(left(folder)).anyMatch(found -> found.contains("muniment.mv.db: zqsubjectcanary"));

        destroy(item);
        forgetting().catchUp();

        assertThat(room.found(draft).state().kind()).isEqualTo(DeliveryState.Kind.VOID);
        assertThat(room.folders.packageOf(draft.id())).doesNotExist();
        assertThatThrownBy(() -> room.review.body(item)).isInstanceOf(CaptureWasDestroyed.class);
        close();
        assertThat(left(folder)).isEmpty();
        assertThat(everyRow()).doesNotContain(CANARIES).contains("This message was destroyed", "REDACT");
    }

    @Test
    void aReleaseThatWasFinalisedStays() throws Exception {
        int item = canary();
        var release = room.finalised(room.prepared());
        destroy(item);
        forgetting().catchUp();
        assertThat(room.found(release).state().kind()).isEqualTo(DeliveryState.Kind.FINALISED);
        assertThat(room.everything(release)).contains("zqbodycanary");
        close();
        assertThat(everyRow()).doesNotContain(CANARIES);
    }

    @Test
    void whatWasDestroyedWhileNobodyFollowedIsForgottenAtTheNextStart() throws Exception {
        int item = canary();
        forgetting().catchUp();
        destroy(item);
        close();
        assertThat(everyRow()).contains("zqsubjectcanary");

        open();
        forgetting().catchUp();
        close();

        assertThat(everyRow()).doesNotContain(CANARIES);
        assertThat(left(folder)).isEmpty();
    }

    @Test
    void aFileThatAStopLeftIsWrittenAnewWhenItIsOpened() throws Exception {
        int item = canary();
        destroy(item);
        forgetting().catchUp();
        var stopped = folder.resolve("stopped");
        Files.createDirectories(stopped);
        try (var files = Files.list(folder.resolve("workflow"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, stopped.resolve(file.getFileName()));
        }
        assertThat(left(stopped)).isNotEmpty();

        try (var database = WorkflowDatabase.in(stopped)) {
            assertThat(database.sql()
                            .sql("SELECT COUNT(*) FROM review_item")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(left(stopped)).isEmpty();
        }
    }

    /// An item with a word withheld.
    private int canary() throws Exception {
        return room.review.redacted(
                "zqsendercanary@city.example", "zqsubjectcanary", "zqbodycanary and one secret", "secret");
    }

    private Forgetting forgetting() {
        var parts = List.of(
                room.review.forgets(),
                new ForgottenDrafts(
                        room.review.room().database, room.preparations, room.turns, room.end, room.review.reviews()));
        return new Forgetting(room.review.room().archive, room.review.room().database, parts);
    }

    private void destroy(int item) throws Exception {
        var room = this.room.review.room();
        long message = room.database
                .sql()
                .sql("SELECT accession FROM review_item WHERE number = :item")
                .param("item", item)
                .query(Long.class)
                .single();
        var outcome =
                room.archive.destructions().destroy(AccessionRanges.parse(Long.toString(message)), "ab".repeat(32));
        assertThat(outcome.reached()).isNotEqualTo(Destructions.Reached.WAITS);
        assertThat(room.search.awaitIndexed(room.archive.size(), Duration.ofSeconds(30)))
                .isTrue();
    }

    /// All that the database would tell, decompressed.
    private String everyRow() throws Exception {
        var rows = new ArrayList<String>();
        var url = "jdbc:h2:" + folder.resolve("workflow/muniment").toAbsolutePath() + ";ACCESS_MODE_DATA=r";
        try (var connection = DriverManager.getConnection(url, "sa", "");
                var script = connection.createStatement().executeQuery("SCRIPT")) {
            while (script.next()) rows.add(script.getString(1));
        }
        return String.join("\n", rows);
    }

    private static List<String> left(Path in) throws IOException {
        List<String> left = new ArrayList<>();
        try (var files = Files.walk(in)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String canary : CANARIES) if (bytes.contains(canary)) left.add(file + ": " + canary);
            }
        }
        return left;
    }

    private static final class NothingHeld implements Guard {
        @Override
        public long version() {
            return -1;
        }

        @Override
        public AccessionRanges held(AccessionRanges captures) {
            return new AccessionRanges(List.of());
        }

        @Override
        public boolean changesHolds(String kind) {
            return false;
        }
    }
}
