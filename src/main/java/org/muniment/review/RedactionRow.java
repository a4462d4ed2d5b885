package org.muniment.review;

import java.util.Optional;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.WithheldAmount;

/// This is one row of the redaction log: what was withheld where and under which exemption, never the text or its
/// length; a coarse amount where the law wants it stated. The k-th row of a message is the k-th box on its pages.
/// `part` is [org.muniment.rendition.Passage#part()].
public record RedactionRow(
        AccessionNumber accession, String part, PassageKind kind, String exemption, Optional<WithheldAmount> amount) {
    public RedactionRow(AccessionNumber accession, String part, PassageKind kind, String exemption) {
        this(accession, part, kind, exemption, Optional.empty());
    }
}
