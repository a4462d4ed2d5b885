package org.muniment.review;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.Passage;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.ShownPassage;
import org.muniment.review.FoldedText.View;

/// The marks at work on one message.
final class MessageReview {
    private final Collection<AccessionNumber> captures;
    private final Map<String, Reviewed> reviewed = new LinkedHashMap<>();

    MessageReview(Collection<AccessionNumber> captures, List<Passage> passages) {
        this.captures = captures;
        for (Passage passage : passages)
            if (reviewed.put(passage.part(), new Reviewed(passage)) != null)
                throw new IllegalArgumentException("two passages are called " + passage.part());
    }

    /// Returns what the mark withholds here, each text once.
    Set<String> apply(Mark mark) {
        Set<String> withheld = new LinkedHashSet<>();
        switch (mark) {
            case Mark.OfText text -> {
                for (Reviewed in : reviewed.values())
                    if (text.places().cover(in.passage)) withholdText(text, in, withheld);
            }
            case Mark.OfPattern pattern -> {
                for (Reviewed in : reviewed.values())
                    if (pattern.places().cover(in.passage)) withholdPattern(pattern, in, withheld);
            }
            case Mark.OfPlace place -> {
                if (captures.contains(place.accession())) withheld.add(withholdPlace(place));
            }
        }
        return withheld;
    }

    /// The size of a file whose name is withheld, even in part, would help to recognise it.
    List<ShownPassage> shown() {
        for (Reviewed name : reviewed.values()) {
            if (name.passage.kind() != PassageKind.FILENAME || name.withholding.isEmpty()) continue;
            Reviewed size = reviewed.get(name.passage.part().replaceFirst(":filename$", ":size"));
            if (size != null)
                size.withholding.withhold(
                        0, size.passage.text().length(), name.withholding.firstExemption(), AmountInBox.NOT_STATED);
        }
        return reviewed.values().stream().map(Reviewed::shown).toList();
    }

    private static void withholdText(Mark.OfText mark, Reviewed in, Set<String> withheld) {
        for (View view : in.views(View.LINES_APART, View.LINES_JOINED, View.LINKS_READ)) {
            FoldedText folded = in.view(view);
            String text = folded.text();
            for (int at = text.indexOf(mark.folded()); at >= 0; at = text.indexOf(mark.folded(), at + 1)) {
                int end = at + mark.folded().length();
                withheld.add(in.withholding.withhold(
                        folded.originalStart(at), folded.originalEnd(end), mark.exemption(), mark.amount()));
            }
        }
    }

    private static void withholdPattern(Mark.OfPattern mark, Reviewed in, Set<String> withheld) {
        for (View view : in.views(View.AS_IT_STANDS, View.COMPATIBLE, View.LINKS_COMPATIBLE)) {
            FoldedText folded = in.view(view);
            Matcher matcher = mark.pattern().matcher(new BoundedText(folded.text()));
            while (finds(matcher, mark, in)) {
                if (matcher.end() == matcher.start()) continue;
                withheld.add(in.withholding.withhold(
                        folded.originalStart(matcher.start()),
                        folded.originalEnd(matcher.end()),
                        mark.exemption(),
                        mark.amount()));
            }
        }
    }

    private static boolean finds(Matcher matcher, Mark mark, Reviewed in) {
        try {
            return matcher.find();
        } catch (BoundedText.LooksAreSpent | StackOverflowError e) {
            throw new MarksAreMalformed(
                    mark.entry(),
                    "has a pattern that does not come to an end in part " + in.passage.part() + ".",
                    "Avoid repetition within repetition, such as (a+)+.");
        }
    }

    private String withholdPlace(Mark.OfPlace mark) {
        Reviewed in = partOf(mark);
        String text = in.passage.text();
        int length = text.codePointCount(0, text.length());
        int to = mark.to() == Mark.OfPlace.END ? length : mark.to();
        if (mark.from() >= length || to > length)
            throw new MarksAreMalformed(
                    mark.entry(),
                    "ends at " + to + ", but part " + mark.part() + " has " + length + " code points.",
                    "Offsets count the code points of the part as shown, from 0.");
        int from = text.offsetByCodePoints(0, mark.from());
        return in.withholding.withhold(from, text.offsetByCodePoints(0, to), mark.exemption(), mark.amount());
    }

    /// A part that is no passage means the name of the attachment there; `body`, the body if there is only one.
    private Reviewed partOf(Mark.OfPlace mark) {
        return Stream.of(mark.part(), mark.part() + ":filename", mark.part().equals("body") ? onlyBody() : mark.part())
                .filter(reviewed::containsKey)
                .findFirst()
                .map(reviewed::get)
                .orElseThrow(() -> new MarksAreMalformed(
                        mark.entry(),
                        "names the part " + mark.part() + ", which message " + mark.accession() + " does not have.",
                        "It has: " + String.join(", ", reviewed.keySet()) + "."));
    }

    private String onlyBody() {
        List<String> bodies = reviewed.values().stream()
                .filter(in -> in.passage.kind() == PassageKind.BODY && !in.passage.isAttached())
                .map(in -> in.passage.part())
                .toList();
        return bodies.size() == 1 ? bodies.getFirst() : "";
    }

    /// A passage, and what is withheld of it.
    private static final class Reviewed {
        private final Passage passage;
        private final Withholding withholding;
        private final Map<View, FoldedText> views = new EnumMap<>(View.class);

        Reviewed(Passage passage) {
            this.passage = passage;
            this.withholding = new Withholding(passage);
        }

        List<View> views(View first, View second, View ofLinks) {
            boolean hasLinks = LinkText.mayHoldLinks(passage.text());
            return hasLinks ? List.of(first, second, ofLinks) : List.of(first, second);
        }

        FoldedText view(View view) {
            return views.computeIfAbsent(view, missing -> FoldedText.of(passage.text(), missing));
        }

        ShownPassage shown() {
            return new ShownPassage(passage.part(), passage.kind(), passage.label(), withholding.runs());
        }
    }
}
