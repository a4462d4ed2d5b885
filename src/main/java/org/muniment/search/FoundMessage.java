package org.muniment.search;

import java.util.List;
import org.muniment.archive.AccessionNumber;

/// This is a message that was found, named by its first capture, with every capture of it known so far, in log order.
public record FoundMessage(AccessionNumber accession, List<AccessionNumber> captures) {
    public FoundMessage {
        captures = List.copyOf(captures);
        if (captures.isEmpty() || !captures.getFirst().equals(accession))
            throw new IllegalArgumentException(
                    "a message is named by its first capture: " + accession + ", " + captures);
    }
}
