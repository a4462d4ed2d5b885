package org.muniment.rendition;

import java.util.List;
import org.muniment.archive.AccessionNumber;

/// This is what may be shown of one message, in reading order.
public record ShownMessage(AccessionNumber accession, List<ShownPassage> passages) {
    public ShownMessage {
        passages = List.copyOf(passages);
    }
}
