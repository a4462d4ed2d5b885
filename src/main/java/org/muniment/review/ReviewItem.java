package org.muniment.review;

import java.util.List;
import org.muniment.request.RequestId;

/// This is one thing a reviewer decides about, as it stands now.
///
/// @param number within its request, from 1
/// @param marks in the order they were made; they count only where the decision is
/// [ReviewDecision.Redact]
/// @param keptBack whether counsel's quarantine keeps it back: then only counsel sees and decides it
/// @param waitsForCounsel whether somebody let it go before counsel kept it back, and counsel has not
/// decided it since: it may not leave
/// @param version grows by one with every act: who acts on an older one is told
public record ReviewItem(
        RequestId request,
        int number,
        ReviewMatter matter,
        ReviewDecision decision,
        List<PlaceMark> marks,
        boolean keptBack,
        boolean waitsForCounsel,
        int version) {
    public ReviewItem {
        marks = List.copyOf(marks);
    }

    public boolean hasDrafts() {
        return marks.stream().anyMatch(PlaceMark::isDraft);
    }
}
