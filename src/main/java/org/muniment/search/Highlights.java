package org.muniment.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.search.Snippet.Mark;
import org.muniment.search.Snippet.Place;

/// This is what of a query can be pointed at in a text: the words, phrases and prefixes that are looked for, not
/// those excluded.
final class Highlights {
    private final Stemmer stemmer = new Stemmer();
    private final Map<String, String> stems = new HashMap<>();
    private final Set<String> stemsSought = new HashSet<>();
    /// What the first word of anything sought begins with: most words of a text need no further look.
    private final Set<Character> initials = new HashSet<>();
    private final List<List<String>> phrases = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();

    Highlights(Clause clause, Place place) {
        gather(clause, place);
    }

    private record Found(String word, int start, int end) {}

    boolean isEmpty() {
        return stemsSought.isEmpty() && phrases.isEmpty() && prefixes.isEmpty();
    }

    /// Returns the first places, at most `limit`, in the order of the text, without overlap.
    List<Mark> marks(String text, int limit) {
        var marks = new ArrayList<Mark>();
        if (isEmpty()) return marks;
        var scanner = new WordScanner().over(text);
        int phraseLength = phrases.stream().mapToInt(List::size).max().orElse(1);
        var window = new ArrayList<Found>();
        boolean more = true;
        while (marks.size() < limit) {
            while (more && window.size() < phraseLength) {
                more = scanner.next();
                boolean mayBegin = more && initials.contains(scanner.buffer()[0]);
                if (mayBegin || (more && !window.isEmpty())) window.add(found(scanner));
            }
            if (window.isEmpty()) break;
            int length = matched(window);
            if (length > 0) marks.add(new Mark(window.getFirst().start, window.get(length - 1).end));
            window.subList(0, Math.max(1, length)).clear();
        }
        return marks;
    }

    private static Found found(WordScanner scanner) {
        return new Found(new String(scanner.buffer(), 0, scanner.length()), scanner.start(), scanner.end());
    }

    /// How many words from the window's first on are sought: 0 if none.
    private int matched(List<Found> window) {
        int longest = 0;
        for (var phrase : phrases) if (phrase.size() > longest && startsWith(window, phrase)) longest = phrase.size();
        if (longest > 0) return longest;
        var word = window.getFirst().word;
        boolean isStem = stemsSought.contains(stems.computeIfAbsent(word, stemmer::stem));
        return isStem || prefixes.stream().anyMatch(word::startsWith) ? 1 : 0;
    }

    private static boolean startsWith(List<Found> window, List<String> phrase) {
        if (window.size() < phrase.size()) return false;
        for (int i = 0; i < phrase.size(); i++) if (!window.get(i).word.equals(phrase.get(i))) return false;
        return true;
    }

    private void gather(Clause clause, Place place) {
        switch (clause) {
            case Clause.And(var clauses) -> clauses.forEach(each -> gather(each, place));
            case Clause.Or(var clauses) -> clauses.forEach(each -> gather(each, place));
            case Clause.Word(var field, var word) -> {
                if (!isIn(field, place)) return;
                stemsSought.add(stemmer.stem(word));
                initials.add(word.charAt(0));
            }
            case Clause.Phrase(var field, var words) -> {
                if (!isIn(field, place)) return;
                phrases.add(words);
                initials.add(words.getFirst().charAt(0));
            }
            case Clause.Prefix(var field, var start) -> {
                if (!isIn(field, place)) return;
                prefixes.add(start);
                initials.add(start.charAt(0));
            }
            case Clause.Everything _, Clause.Present _, Clause.Literal _, Clause.Days _, Clause.Not _ -> {}
        }
    }

    private static boolean isIn(SearchField field, Place place) {
        return field == SearchField.ANY
                || field
                        == switch (place) {
                            case SUBJECT -> SearchField.SUBJECT;
                            case BODY -> SearchField.BODY;
                            case ATTACHMENT -> SearchField.ATTACHMENT;
                        };
    }
}
