package org.muniment.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.Passage;
import org.muniment.rendition.Run;
import org.muniment.rendition.ShownMessage;
import org.muniment.rendition.ShownPassage;

/// This is the marks at work on the messages of one release. It alone remembers, in memory, what it withheld, so that
/// [#leftElsewhere] can look for it. For one thread.
///
/// Use: [#apply] to each message; then, when all are done, [#unusedMarks] and, again for each message,
/// [#leftElsewhere].
public final class Redaction {
    private final List<Mark> marks;
    private final Set<Integer> used = new TreeSet<>();
    private final WithheldTexts withheld = new WithheldTexts();

    Redaction(List<Mark> marks) {
        this.marks = marks;
    }

    /// Applies the marks to a message whose captures (its own accession among them) are these.
    /// Throws [MarksAreMalformed] if a mark names a part or place the message does not have, or a pattern runs on.
    public ReviewedMessage apply(
            AccessionNumber accession, Collection<AccessionNumber> captures, List<Passage> passages) {
        MessageReview review = new MessageReview(captures, passages);
        for (Mark mark : marks) {
            for (String text : review.apply(mark)) {
                withheld.add(accession, text, mark.entry());
                used.add(mark.entry());
            }
        }
        List<ShownPassage> shown = review.shown();
        return new ReviewedMessage(new ShownMessage(accession, shown), rows(accession, shown));
    }

    /// Marks, by their entry number in the file from 1, that withheld nothing so far.
    public List<Integer> unusedMarks() {
        return marks.stream()
                .map(Mark::entry)
                .filter(entry -> !used.contains(entry))
                .toList();
    }

    /// Where the message still shows text that was withheld somewhere in this release: for a person to look at.
    public List<LeftElsewhere> leftElsewhere(ShownMessage message) {
        return withheld.leftIn(message);
    }

    /// Gives, once, what was withheld from that message, as it stood there: for the verifier's last look through the
    /// finished file, and nothing else.
    public Set<String> takeWithheld(AccessionNumber accession) {
        return withheld.take(accession);
    }

    private static List<RedactionRow> rows(AccessionNumber accession, List<ShownPassage> passages) {
        List<RedactionRow> rows = new ArrayList<>();
        for (ShownPassage passage : passages)
            for (Run run : passage.runs())
                if (run instanceof Run.Withheld box)
                    rows.add(
                            new RedactionRow(accession, passage.part(), passage.kind(), box.exemption(), box.amount()));
        return rows;
    }
}
