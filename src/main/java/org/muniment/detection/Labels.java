package org.muniment.detection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which labels stand where in a text, and which of them a number may claim.
final class Labels {
    private static final int WORDS_BACK = 6;
    private static final int WORDS_OF_A_NAME = 2;
    private static final int TOKENS_BACK = 40;
    private static final int TOKENS_AHEAD = 3;
    private static final Map<String, List<Phrase>> PHRASES = phrases();

    private final Tokens tokens;
    private final Columns columns;
    /// By the token a phrase ends with.
    private final Map<Integer, Set<Label>> labels = new HashMap<>();

    private Labels(Tokens tokens) {
        this.tokens = tokens;
        this.columns = Columns.in(tokens);
    }

    static Labels in(Tokens tokens) {
        Labels labels = new Labels(tokens);
        for (int at = 0; at < tokens.count(); at++)
            for (Phrase phrase : PHRASES.getOrDefault(tokens.lower(at), List.of())) labels.mark(phrase, at);
        return labels;
    }

    /// Is what stands from the first to the last token named so? The nearest name before it counts;
    /// if none is near, one right after it, as in `(SSN)`.
    boolean name(Label label, int first, int last) {
        Optional<Set<Label>> nearest = nearestBefore(first);
        return nearest.isPresent()
                ? nearest.get().contains(label)
                : nearestAfter(last).contains(label);
    }

    /// Is it named, and not so?
    boolean nameOther(Set<Label> than, int first) {
        return nearestBefore(first)
                .filter(nearest -> nearest.stream().noneMatch(than::contains))
                .isPresent();
    }

    /// Does this stand anywhere near, before or after?
    boolean mention(Label label, int first, int last) {
        int words = 0;
        for (int at = first - 1; at >= 0 && first - at <= TOKENS_BACK && words < WORDS_BACK; at--) {
            if (tokens.lineEndsAfter(at) > 1) break;
            if (at(at).contains(label)) return true;
            if (!tokens.isNumber(at)) words++;
        }
        for (int at = last + 1; at < tokens.count() && at <= last + TOKENS_AHEAD; at++) {
            if (tokens.lineEndsAfter(at - 1) > 0) break;
            if (at(at).contains(label)) return true;
        }
        return false;
    }

    /// The heading of the column, or the nearest name before it. In a list, `SSN: Dulle 1, Morrow
    /// 2`, the numbers before and the few words between them do not count.
    private Optional<Set<Label>> nearestBefore(int first) {
        Optional<Set<Label>> heading = heading(first);
        if (heading.isPresent()) return heading;
        int words = 0;
        int lineEnds = 0;
        for (int at = first - 1; at >= 0 && first - at <= TOKENS_BACK && words < WORDS_BACK; at--) {
            lineEnds += tokens.lineEndsAfter(at);
            if (lineEnds > (words == 0 ? 2 : 1)) break;
            Set<Label> here = at(at);
            if (here.stream().anyMatch(Label::isNaming)) return Optional.of(here);
            if (!tokens.isNumber(at)) {
                words++;
            } else if (words <= WORDS_OF_A_NAME) {
                words = 0;
                lineEnds = 0;
            }
        }
        return Optional.empty();
    }

    private Optional<Set<Label>> heading(int token) {
        int heading = columns.heading(token);
        if (heading < 0) return Optional.empty();
        for (int at = heading; at < columns.headingEnd(heading); at++)
            if (columns.isInSameCell(at, token) && at(at).stream().anyMatch(Label::isNaming))
                return Optional.of(at(at));
        return Optional.empty();
    }

    /// Of labels that say whose it is: does this one stand nearer before it than the other?
    boolean isNearer(Label label, Label other, int first) {
        for (int at = first - 1; at >= 0 && first - at <= TOKENS_BACK; at--) {
            if (at(at).contains(label)) return true;
            if (at(at).contains(other)) return false;
        }
        return false;
    }

    /// A label before a colon or a number names what comes after it.
    private Set<Label> nearestAfter(int last) {
        for (int at = last + 1; at < tokens.count() && at <= last + TOKENS_AHEAD; at++) {
            if (tokens.lineEndsAfter(at - 1) > 0) break;
            if (!at(at).isEmpty()) return namesTheNext(at) ? Set.of() : at(at);
        }
        return Set.of();
    }

    private boolean namesTheNext(int token) {
        if (":#=".indexOf(tokens.charAt(tokens.to(token))) >= 0) return true;
        return tokens.isCloseToNext(token) && tokens.isNumber(token + 1);
    }

    private Set<Label> at(int token) {
        return labels.getOrDefault(token, Set.of());
    }

    private void mark(Phrase phrase, int first) {
        int last = first + phrase.words().size() - 1;
        if (last >= tokens.count()) return;
        for (int at = first; at < last; at++)
            if (!tokens.isCloseToNext(at)
                    || !tokens.lower(at + 1).equals(phrase.words().get(at + 1 - first))) return;
        labels.computeIfAbsent(last, none -> EnumSet.noneOf(Label.class)).add(phrase.label());
    }

    private static Map<String, List<Phrase>> phrases() {
        Map<String, List<Phrase>> phrases = new HashMap<>();
        for (Label label : Label.values())
            for (String text : Vocabulary.phrases(label.name().toLowerCase(Locale.ROOT))) {
                Phrase phrase = new Phrase(label, List.of(text.split(" ")));
                phrases.computeIfAbsent(phrase.words().getFirst(), first -> new ArrayList<>())
                        .add(phrase);
            }
        return phrases;
    }

    private record Phrase(Label label, List<String> words) {}
}
