package org.muniment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.law.JurisdictionId;

/// This is one records request as it stands now.
///
/// @param label how people name it, such as R-2026-0042; never given twice
/// @param office whose calendar counts, by name; absent: the city's
/// @param receivedAt when it reached the city, not when it was entered
/// @param lawOn the day of receipt in the city: the law of this day is the request's
/// @param words the requester's own words, as written
/// @param releases how many parts have been released
/// @param appealOf the request whose answer this one appeals
public record RecordsRequest(
        RequestId id,
        String label,
        JurisdictionId jurisdiction,
        Optional<String> office,
        Instant receivedAt,
        LocalDate lawOn,
        ReceivedBy receivedBy,
        Instant enteredAt,
        String words,
        RequestSubject subject,
        Requester requester,
        RequestStatus status,
        int releases,
        Optional<AssignedPerson> officer,
        List<AssignedPerson> reviewers,
        Optional<RequestId> appealOf) {
    public RecordsRequest {
        reviewers = List.copyOf(reviewers);
    }
}
