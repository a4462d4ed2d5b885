package org.muniment.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.request.RequestRoom;
import org.muniment.review.ReviewItem;
import org.muniment.review.ReviewMatter;

class CollectionDeskTest {
    @TempDir
    Path folder;

    private CollectionRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new CollectionRoom(folder).withMail();
        room.searches.save(room.id(), "The levy", "levy", "to begin with", room.officer());
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void whatWouldBeCollectedIsCollectedAndWhatCounselKeepsBackGoesToCounsel() throws Exception {
        var preview = room.desk.preview(room.id(), 1, room.officer());
        assertThat(preview.matched()).isEqualTo(4);
        assertThat(preview.keptBack()).isEqualTo(2);
        assertThat(preview.wouldAdd()).isEqualTo(4);
        assertThat(preview.isFirst()).isTrue();
        room.desk.collect(room.id(), 1, room.officer());
        var collected = room.desk.awaited(room.id()).getFirst();
        assertThat(collected.added()).isEqualTo(4);
        assertThat(collected.setBefore()).isZero();
        assertThat(collected.setAfter()).contains(4L);
        assertThat(collected.trouble()).isEmpty();
        assertThat(room.reviews.items(room.id()))
                .extracting(ReviewItem::keptBack)
                .containsExactly(false, false, true, true);
    }

    @Test
    void anotherPressAddsOnlyWhatIsNewAndSaysHowMany() throws Exception {
        room.desk.collect(room.id(), 1, room.officer());
        room.desk.awaited(room.id());
        room.mail("ana@city.example", "bob@else.example", "Levy", "It came later.");
        var preview = room.desk.preview(room.id(), 1, room.officer());
        assertThat(preview.wouldAdd()).isEqualTo(1);
        assertThat(preview.alreadyThere()).isEqualTo(4);
        assertThat(preview.isFirst()).isFalse();
        room.desk.collect(room.id(), 1, room.officer());
        assertThat(room.desk.awaited(room.id()).getLast().added()).isEqualTo(1);
        assertThat(accessions()).doesNotHaveDuplicates().hasSize(5);
        room.desk.collect(room.id(), 1, room.officer());
        assertThat(room.desk.awaited(room.id()).getLast().added()).isZero();
    }

    @Test
    void anotherDeliveryOfAMessageIsADuplicateAndNoItem() throws Exception {
        String raw = "From: ana@city.example\r\nSubject: Twice\r\nMessage-ID: <twice@x>\r\n"
                + "Date: Tue, 01 Sep 2026 09:00:00 -0400\r\n\r\nparking\r\n";
        room.raw("a@city.example", raw);
        room.raw("b@city.example", "Received: elsewhere\r\n" + raw);
        room.searches.save(room.id(), "Parking", "parking", "duplicates", room.officer());
        var preview = room.desk.preview(room.id(), 2, room.officer());
        assertThat(preview.matched()).isEqualTo(1);
        assertThat(preview.duplicates()).isEqualTo(1);
    }

    @Test
    void aDepartmentsOfficerCollectsItsMailOnly() throws Exception {
        room.desk.collect(room.id(), 1, room.reader(CollectionRoom.POLICE));
        assertThat(room.desk.awaited(room.id()).getFirst().added()).isEqualTo(2);
        assertThat(room.reviews.items(room.id())).noneMatch(ReviewItem::keptBack);
    }

    @Test
    void theTimelineAndTheTrailTellOfItAndHoldNothingOfTheMail() throws Exception {
        room.desk.collect(room.id(), 1, room.officer());
        room.desk.awaited(room.id());
        room.room.audit.rebuildRows();
        List<String> trail = room.room
                .database
                .sql()
                .sql("SELECT act || ' ' || what FROM audit_entry")
                .query(String.class)
                .list();
        assertThat(trail)
                .anyMatch(line -> line.startsWith("COLLECTED Search 1, “The levy”, version 1: 4 matches, 2 of them"));
        assertThat(String.join("\n", trail)).doesNotContain("Levy advice", "lawyers");
    }

    @Test
    void aSearchThatIsNotThereIsNotCollected() {
        assertThatThrownBy(() -> room.desk.collect(room.id(), 9, room.officer()))
                .isInstanceOf(NoSuchSearch.class);
        assertThatThrownBy(() -> room.reader(RequestRoom.APPROVER)).hasMessageContaining("request");
    }

    private List<AccessionNumber> accessions() {
        return room.reviews.items(room.id()).stream()
                .map(item -> ((ReviewMatter.Mail) item.matter()).accession())
                .toList();
    }
}
