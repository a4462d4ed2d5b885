package org.muniment.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This is one person's page.
///
/// @param departments numbers of those the person is limited to; empty for the whole city
/// @param policyDue whether the version in force is not acknowledged yet
/// @param linkExpiresAt until when a one-time link works, if one waits for the person
record PersonView(
        PersonLine person,
        List<Long> departments,
        List<GrantLine> grants,
        List<RequestLine> accessRequests,
        List<Policies.Acknowledged> acknowledged,
        boolean policyDue,
        List<PersonalToken> tokens,
        Optional<Instant> linkExpiresAt) {

    /// A written access request, as the page lists it.
    record RequestLine(long id, String fileName, long sizeBytes, String addedBy, Instant addedAt) {}
}
