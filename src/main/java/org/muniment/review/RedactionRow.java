package org.muniment.review;

import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.PassageKind;

/// This is one row of the redaction log: what was withheld where and under which exemption, never the text or its
/// length. The k-th row of a message is the k-th box on its pages.
/// `part` is [org.muniment.rendition.Passage#part()].
public record RedactionRow(AccessionNumber accession, String part, PassageKind kind, String exemption) {}
