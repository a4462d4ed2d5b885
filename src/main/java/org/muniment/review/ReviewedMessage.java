package org.muniment.review;

import java.util.List;
import org.muniment.rendition.ShownMessage;

/// This is a message after review: what may be shown, and a log row for each withheld run of it, in reading order.
public record ReviewedMessage(ShownMessage shown, List<RedactionRow> rows) {
    public ReviewedMessage {
        rows = List.copyOf(rows);
    }
}
