package org.muniment.review;

import org.muniment.archive.AccessionNumber;

/// This is what one item of a review is about.
public sealed interface ReviewMatter {
    /// A message with its attachments, by its first capture: one family, decided together.
    record Mail(AccessionNumber accession) implements ReviewMatter {}

    /// A file that is not mail, by its number among the files of all requests: released or withheld
    /// whole.
    record OtherFile(long file, String name, long sizeBytes, String sha256) implements ReviewMatter {}
}
