package org.muniment.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.Run;
import org.muniment.rendition.ShownMessage;
import org.muniment.rendition.ShownPassage;

/// What was withheld in a release, and by which marks. Lives in memory only.
final class WithheldTexts {
    /// Texts are known by how they begin.
    private static final int BEGINNING_CHARACTERS = 2;

    /// Shorter texts stand everywhere; but two ideographs, kana or hangul may well be a name.
    private static final int LETTERS_MIN = 3;

    private static final int CHARACTERS_MAX = 200;

    private final Map<String, Set<Integer>> marksByText = new HashMap<>();
    private final Map<String, List<String>> textsByBeginning = new HashMap<>();
    private final Map<AccessionNumber, Set<String>> textsByMessage = new HashMap<>();

    void add(AccessionNumber accession, String text, int mark) {
        textsByMessage
                .computeIfAbsent(accession, first -> new LinkedHashSet<>())
                .add(text);
        String needle = FoldedText.needle(text);
        if (needle.length() < (isLetterScript(needle) ? LETTERS_MIN : BEGINNING_CHARACTERS)) return;
        String known = needle.substring(0, Math.min(needle.length(), CHARACTERS_MAX));
        marksByText
                .computeIfAbsent(known, added -> {
                    textsByBeginning
                            .computeIfAbsent(added.substring(0, BEGINNING_CHARACTERS), beginning -> new ArrayList<>())
                            .add(added);
                    return new TreeSet<>();
                })
                .add(mark);
    }

    private static boolean isLetterScript(String text) {
        return text.codePoints().noneMatch(character -> switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> false;
        });
    }

    Set<String> take(AccessionNumber accession) {
        Set<String> texts = textsByMessage.remove(accession);
        return texts == null ? Set.of() : texts;
    }

    List<LeftElsewhere> leftIn(ShownMessage message) {
        List<LeftElsewhere> left = new ArrayList<>();
        for (ShownPassage passage : message.passages()) {
            Set<Integer> marks = new TreeSet<>();
            int times = 0;
            for (Run run : passage.runs()) if (run instanceof Run.Shown shown) times += count(shown.text(), marks);
            if (times > 0) left.add(new LeftElsewhere(message.accession(), passage.part(), times, List.copyOf(marks)));
        }
        return left;
    }

    private int count(String shown, Set<Integer> marks) {
        if (marksByText.isEmpty()) return 0;
        String text = FoldedText.of(shown, FoldedText.View.LINES_APART).text();
        int times = 0;
        for (int at = 0; at + BEGINNING_CHARACTERS <= text.length(); at++)
            for (String withheld :
                    textsByBeginning.getOrDefault(text.substring(at, at + BEGINNING_CHARACTERS), List.of())) {
                if (!text.startsWith(withheld, at)) continue;
                marks.addAll(marksByText.getOrDefault(withheld, Set.of()));
                times++;
            }
        return times;
    }
}
