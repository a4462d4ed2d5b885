package org.muniment.delivery;

import java.time.Instant;
import org.muniment.access.PersonId;
import org.muniment.production.BatesNumber;
import org.muniment.request.RequestId;

/// This is one release of a request, or an attempt at one.
///
/// @param part which release of the request it is, from 1; an attempt that came to nothing leaves its number to the
/// next
/// @param first the first of its Bates numbers; the next release goes on after its last page
/// @param decisionsSha256 of all that was decided about what it covers
record Delivery(
        DeliveryId id,
        RequestId request,
        int part,
        Extent extent,
        IndexNames names,
        BatesNumber first,
        long pages,
        long redactions,
        String decisionsSha256,
        PersonId preparedBy,
        String preparedByName,
        Instant preparedAt,
        DeliveryState state) {

    /// How much of the review it covers.
    enum Extent {
        /// All of it: nothing may be undecided.
        WHOLE,
        /// What is decided so far; the rest follows in another part.
        DECIDED_SO_FAR
    }

    /// Whether the withholding index says who wrote what is withheld, and to whom. Of what counsel keeps back it never
    /// does.
    enum IndexNames {
        NAMED,
        LEFT_OUT
    }
}
