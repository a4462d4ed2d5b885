package org.muniment.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muniment.archive.AccessionNumber;

/// Random queries over the words that generated mail has.
final class RandomQueries {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 12, 27);

    private final Random random;

    RandomQueries(long seed) {
        random = new Random(seed);
    }

    Clause clause(int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> Clause.and(several(depth - 1));
            case 1 -> Clause.or(several(depth - 1));
            case 2 -> Clause.not(clause(depth - 1));
            default -> leaf();
        };
    }

    /// A rule for keeping back, sometimes an empty one, with some captures released from it.
    KeptBack keptBack(List<GeneratedLog.Known> messages) {
        var released = new HashSet<AccessionNumber>();
        for (int i = random.nextInt(12); i > 0; i--)
            pick(messages).facts().found().captures().stream().findAny().ifPresent(released::add);
        var phrases = new HashSet<String>();
        for (int i = random.nextInt(3); i > 0; i--) phrases.add(String.join(" ", phrase()));
        return new KeptBack(participants(random.nextInt(4)), phrases, released);
    }

    Participants participants(int count) {
        var addresses = new HashSet<String>();
        var domains = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            var local = pick(List.of("eve", "ann.lee", "Bob", "gül", "frank"));
            if (random.nextInt(3) > 0) addresses.add(local + "@" + pick(GeneratedLog.DOMAINS));
            else domains.add(pick(List.of("police.city.gov", "city.gov", "Example.com", "example.org")));
        }
        return new Participants(addresses, domains);
    }

    private List<Clause> several(int depth) {
        var clauses = new ArrayList<Clause>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) clauses.add(clause(depth));
        return clauses;
    }

    private Clause leaf() {
        return switch (random.nextInt(12)) {
            case 0 -> new Clause.Everything();
            case 1 -> new Clause.Present(pick(List.of(SearchField.ATTACHMENT, SearchField.CC, SearchField.BCC)));
            case 2, 3 -> new Clause.Phrase(pick(TEXT), phrase());
            case 4 -> new Clause.Prefix(pick(TEXT), start());
            case 5 -> new Clause.Literal(pick(PEOPLE), address());
            case 6 -> new Clause.Prefix(pick(PEOPLE), pick(List.of("ann", "bob@", "carla.o", "@police", "d", "eve+l")));
            case 7 -> new Clause.Literal(SearchField.SOURCE, pick(GeneratedLog.SOURCES));
            case 8 -> days(pick(List.of(SearchField.SENT, SearchField.CAPTURED)));
            case 9 -> new Clause.Word(pick(PEOPLE), pick(List.of("ann", "lee", "oneil", "gov", "example", "green")));
            default -> new Clause.Word(pick(TEXT), word());
        };
    }

    private static final List<SearchField> TEXT =
            List.of(SearchField.ANY, SearchField.ANY, SearchField.SUBJECT, SearchField.BODY, SearchField.ATTACHMENT);
    private static final List<SearchField> PEOPLE =
            List.of(SearchField.FROM, SearchField.TO, SearchField.CC, SearchField.BCC, SearchField.RECIPIENT);

    private Clause days(SearchField field) {
        var first = FIRST_DAY.plusDays(random.nextInt(GeneratedLog.DAYS));
        return switch (random.nextInt(3)) {
            case 0 -> new Clause.Days(field, Optional.empty(), Optional.of(first));
            case 1 -> new Clause.Days(field, Optional.of(first), Optional.empty());
            default -> new Clause.Days(field, Optional.of(first), Optional.of(first.plusDays(random.nextInt(20))));
        };
    }

    private String address() {
        var local = Literals.address(pick(GeneratedLog.PEOPLE));
        var domain = Literals.address(pick(GeneratedLog.DOMAINS));
        return switch (random.nextInt(3)) {
            case 0 -> local + "@";
            case 1 -> "@" + domain;
            default -> local + "@" + domain;
        };
    }

    private List<String> phrase() {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(2); i >= 0; i--) words.addAll(WordScanner.words(pick(GeneratedLog.WORDS)));
        return words;
    }

    private String word() {
        return WordScanner.words(pick(GeneratedLog.WORDS)).getFirst();
    }

    private String start() {
        var word = word();
        return word.substring(0, 1 + random.nextInt(word.length()));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
