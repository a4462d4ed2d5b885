package org.muniment.request;

import java.time.Instant;
import org.muniment.access.PersonId;

/// This is whether the named authority has approved what is to be released, as it is now.
public sealed interface ApprovalStanding {
    /// Nobody was asked.
    record NotAsked() implements ApprovalStanding {}

    /// Somebody was asked and has not answered.
    ///
    /// @param whom by name, or: any approver
    record Waiting(String whom, Instant askedAt) implements ApprovalStanding {}

    record Given(PersonId person, String by, Instant at, String reason) implements ApprovalStanding {}

    record Refused(String by, Instant at, String reason) implements ApprovalStanding {}

    /// It was given, and the review has changed since: it has to be asked for again.
    record Outdated(String by, Instant at) implements ApprovalStanding {}
}
