package org.muniment.production;

import java.util.List;
import org.muniment.archive.AccessionNumber;

/// This is one message of a release: its pages' numbers, and the exemption of each box on them.
public record ReleasedMessage(
        AccessionNumber accession, BatesNumber first, BatesNumber last, int pages, List<String> exemptions) {
    public ReleasedMessage {
        exemptions = List.copyOf(exemptions);
    }
}
