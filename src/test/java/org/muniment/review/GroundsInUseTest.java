package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.law.ProvisionId;

class GroundsInUseTest {
    @TempDir
    Path folder;

    @Test
    void theGroundsOfMarksAndOfWhatIsWithheldWholeAreInUseAndNoOthers() throws Exception {
        try (ReviewRoom review = new ReviewRoom(folder)) {
            GroundsInUse grounds = new GroundsInUse(review.room.database, review.room.requests);
            int marked = review.item("A file", "Call Ann Smith at home.");
            int withheld = review.item("A draft", "Not final.");
            assertThat(grounds.inUse()).isEmpty();
            review.mark(marked, "Ann Smith");
            Ground drafts = Ground.of("us-ct/exemption/1-210-b-1");
            review.decide(withheld, new ReviewDecision.Withhold(List.of(drafts), "A draft"));
            assertThat(grounds.inUse())
                    .containsExactlyInAnyOrder(
                            new ProvisionId("us-ct/exemption/1-210-b-1"), new ProvisionId("us-ct/exemption/1-210-b-2"));
        }
    }
}
