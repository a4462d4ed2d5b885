package org.muniment.inspection;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.muniment.inspection.Canvas.Painted;
import org.muniment.inspection.Finding.Kind;
import org.muniment.inspection.TracedGlyph.Drawn;

/// The characters of one page that are in the file and that a reader does not see, put together to what
/// they say.
final class HiddenText {
    private static final double TINY_POINTS = 1;

    private final int page;
    private final Canvas canvas;
    private final List<TracedGlyph> visible = new ArrayList<>();
    private final Map<Place, List<List<TracedGlyph>>> words = new LinkedHashMap<>();

    HiddenText(int page, Canvas canvas) {
        this.page = page;
        this.canvas = canvas;
    }

    /// Characters that belong together: under the same box, or one after the other.
    private record Place(Kind kind, int number) {}

    List<Finding> findings(List<TracedGlyph> glyphs) {
        sort(glyphs);
        List<Finding> findings = new ArrayList<>();
        words.forEach((place, found) -> {
            List<TracedGlyph> hidden = found.stream()
                    .filter(word -> !isSeenAllTheSame(place.kind(), word))
                    .flatMap(List::stream)
                    .toList();
            if (hidden.isEmpty()) return;
            String text = ReadableText.of(hidden);
            if (place.kind() == Kind.UNDER_A_PICTURE && Telling.isDates(text)) return;
            if (Telling.tells(text) && !isTiny(place.kind(), hidden) && !isShownThere(hidden))
                findings.add(Finding.at(page, place.kind(), Box.of(bounds(hidden)), text));
        });
        return findings;
    }

    /// How many characters may or may not be seen, because a picture could not be read.
    static long undecided(List<TracedGlyph> glyphs, Canvas canvas) {
        if (!canvas.hasUnreadPictures()) return 0;
        return glyphs.stream()
                .filter(glyph -> !glyph.isBlank() && canvas.isUnknown(glyph.ink()))
                .filter(glyph -> glyph.drawn() == Drawn.INVISIBLY
                        || canvas.covering(glyph.ink(), glyph.painted()).equals(Optional.of(Painted.UNREAD_PICTURE)))
                .count();
    }

    /// Into what is seen, and words of what is not.
    private void sort(List<TracedGlyph> glyphs) {
        int stretch = 0;
        Optional<Word> word = Optional.empty();
        for (int i = 0; i < glyphs.size(); i++) {
            TracedGlyph glyph = glyphs.get(i);
            Optional<Kind> kind = glyph.isBlank() ? Optional.empty() : kind(glyph);
            if (kind.isEmpty() && !glyph.isBlank()) {
                visible.add(glyph);
                stretch++;
            }
            boolean goesOn = word.isPresent()
                    && kind.equals(word.map(Word::kind))
                    && !ReadableText.isApart(glyphs.get(i - 1), glyph);
            if (!goesOn) {
                word.ifPresent(this::keep);
                int number = stretch;
                word = kind.map(hidden -> new Word(hidden, number, new ArrayList<>()));
            }
            word.ifPresent(begun -> begun.glyphs().add(glyph));
        }
        word.ifPresent(this::keep);
    }

    private record Word(Kind kind, int stretch, List<TracedGlyph> glyphs) {}

    private void keep(Word word) {
        int number = isCover(word.kind()) ? cover(word.glyphs()) : word.stretch();
        words.computeIfAbsent(new Place(word.kind(), number), _ -> new ArrayList<>())
                .add(word.glyphs());
    }

    /// The box that lies over most of a word: hatching lies over some of its characters.
    private int cover(List<TracedGlyph> word) {
        Map<Integer, Integer> count = new TreeMap<>();
        for (TracedGlyph glyph : word) count.merge(canvas.coverAt(glyph.ink()), 1, Integer::sum);
        return Collections.max(count.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private Optional<Kind> kind(TracedGlyph glyph) {
        return switch (glyph.drawn()) {
            case ON_A_HIDDEN_LAYER -> Optional.of(Kind.HIDDEN_LAYER);
            case OUTSIDE_THE_PAGE -> Optional.of(Kind.OUTSIDE_THE_PAGE);
            case CLIPPED_AWAY -> Optional.of(Kind.CLIPPED);
            case INVISIBLY -> Optional.of(cover(glyph).orElse(Kind.INVISIBLE));
            case IN_THE_COLOUR_BEHIND -> Optional.of(cover(glyph).orElse(Kind.SAME_COLOUR));
            case VISIBLY -> cover(glyph);
        };
    }

    private Optional<Kind> cover(TracedGlyph glyph) {
        return canvas.covering(glyph.ink(), glyph.painted()).map(painted -> switch (painted) {
            case SHAPE -> Kind.UNDER_A_BOX;
            case PICTURE -> Kind.UNDER_A_PICTURE;
            case ANNOTATION -> Kind.UNDER_AN_ANNOTATION;
            case UNREAD_PICTURE -> Kind.UNDER_A_PICTURE;
        });
    }

    private static boolean isCover(Kind kind) {
        return kind == Kind.UNDER_A_BOX || kind == Kind.UNDER_A_PICTURE || kind == Kind.UNDER_AN_ANNOTATION;
    }

    /// A scan shows the words of the text layer above or beneath it: there is more than one colour to be
    /// seen there.
    private boolean isSeenAllTheSame(Kind kind, List<TracedGlyph> word) {
        boolean mayBeSeen = kind == Kind.UNDER_A_PICTURE
                || kind == Kind.INVISIBLE
                || word.stream().anyMatch(glyph -> glyph.drawn() == Drawn.INVISIBLY);
        return mayBeSeen && !canvas.isUniform(bounds(word));
    }

    /// Scanning programs leave marks for themselves, in white and too small for anybody.
    private static boolean isTiny(Kind kind, List<TracedGlyph> hidden) {
        return (kind == Kind.SAME_COLOUR || kind == Kind.INVISIBLE)
                && hidden.stream().allMatch(glyph -> glyph.ink().getHeight() < TINY_POINTS);
    }

    /// The same words drawn once more where they can be seen, such as a field that was filled again.
    private boolean isShownThere(List<TracedGlyph> hidden) {
        Rectangle2D place = bounds(hidden);
        StringBuilder shown = new StringBuilder();
        for (TracedGlyph glyph : visible)
            if (place.contains(glyph.ink().getCenterX(), glyph.ink().getCenterY())) shown.append(glyph.text());
        String text = hidden.stream().map(TracedGlyph::text).reduce("", String::concat);
        return FoldedText.of(shown.toString()).contains(FoldedText.of(text));
    }

    private static Rectangle2D bounds(List<TracedGlyph> glyphs) {
        Rectangle2D bounds = (Rectangle2D) glyphs.getFirst().ink().clone();
        glyphs.forEach(glyph -> bounds.add(glyph.ink()));
        return bounds;
    }
}
