package org.muniment.request;

import java.time.Instant;
import java.util.Optional;

/// This is a request as it is entered for the requester.
///
/// @param words the requester's own, 1 to 20,000 characters
public record Intake(
        Instant receivedAt,
        ReceivedBy receivedBy,
        Optional<String> office,
        String words,
        RequestSubject subject,
        Requester requester,
        Optional<RequestId> appealOf) {
    private static final int WORDS_LENGTH_MAX = 20_000;
    private static final int OFFICE_LENGTH_MAX = 120;

    public Intake {
        words = Written.required("the request, in the requester's own words", words, WORDS_LENGTH_MAX);
        office = office.map(name -> Written.line("the office", name, OFFICE_LENGTH_MAX))
                .filter(name -> !name.isEmpty());
    }

    /// The same as an appeal against the answer to a request, about what that one was about.
    Intake against(RecordsRequest first) {
        return new Intake(
                receivedAt, receivedBy, first.office(), words, first.subject(), requester, Optional.of(first.id()));
    }
}
