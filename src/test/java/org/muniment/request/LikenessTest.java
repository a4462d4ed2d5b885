package org.muniment.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.request.RequestStatus.Kind;

class LikenessTest {
    @TempDir
    Path folder;

    @Test
    void aRequestInNearlyTheSameWordsIsHintedAtAndOneOfAnotherMatterIsNot() throws Exception {
        try (var room = new RequestRoom(folder)) {
            RecordsRequest entered = room.entered();
            assertThat(alike(room, "All e-mail of the Public Works office about the underpass", "", ""))
                    .containsExactly(entered);
            assertThat(alike(room, "Every permit for fences on Larkspur Court", "", ""))
                    .isEmpty();
            assertThat(alike(room, "Please send the underpass mail once more", "Clement Ashgrove", ""))
                    .as("fewer words in common, from the same requester")
                    .isEqualTo(alike(room, "Please send the underpass mail once more", "", "clement@mail.example"));
            room.desk.move(entered.id(), Kind.MISFILED, "Entered twice.", RequestRoom.OFFICER);
            assertThat(alike(room, entered.words(), "", "")).isEmpty();
        }
    }

    @Test
    void whatIsOlderThanAYearIsNotHintedAt() throws Exception {
        try (var room = new RequestRoom(folder)) {
            RecordsRequest entered = room.entered();
            room.pass(Duration.ofDays(366));
            assertThat(alike(room, entered.words(), "", "")).isEmpty();
        }
    }

    private static List<RecordsRequest> alike(RequestRoom room, String words, String name, String email) {
        return Likeness.to(words, email, name, room.requests.all(), room.clock().instant());
    }
}
