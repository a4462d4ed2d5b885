package org.muniment.review;

import java.util.Collection;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.Passage;
import org.muniment.rendition.ShownMessage;

/// This is the marks at work on the messages of one release. It alone remembers, in memory, what it withheld, so that
/// [#leftElsewhere] can look for it. For one thread.
///
/// Use: [#apply] to each message; then, when all are done, [#unusedMarks] and, again for each message,
/// [#leftElsewhere].
public final class Redaction {
    Redaction() {}

    /// Applies the marks to a message whose captures (its own accession among them) are these.
    /// Throws [MarksAreMalformed] if a mark names a part or place the message does not have, or a pattern runs on.
    public ReviewedMessage apply(
            AccessionNumber accession, Collection<AccessionNumber> captures, List<Passage> passages) {
        throw new IllegalStateException("not yet " + accession + captures + passages);
    }

    /// Marks, by their entry number in the file from 1, that withheld nothing so far.
    public List<Integer> unusedMarks() {
        throw new IllegalStateException("not yet");
    }

    /// Where the message still shows text that was withheld somewhere in this release: for a person to look at.
    public List<LeftElsewhere> leftElsewhere(ShownMessage message) {
        throw new IllegalStateException("not yet " + message);
    }
}
