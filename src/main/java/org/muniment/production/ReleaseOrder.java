package org.muniment.production;

import java.time.Instant;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.review.RedactionMarks;

/// This is what to release for a records request: messages in this order, redacted by marks, numbered from `first` on.
///
/// @param request how the request is called, such as R-2026-0042; it is released as written
/// @param part which release of this request it is, from 1
public record ReleaseOrder(
        String request,
        int part,
        BatesNumber first,
        List<AccessionNumber> messages,
        RedactionMarks marks,
        Instant preparedAt) {
    public ReleaseOrder {
        messages = List.copyOf(messages);
        if (part < 1) throw new IllegalArgumentException("parts are counted from 1");
    }
}
