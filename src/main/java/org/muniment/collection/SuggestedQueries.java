package org.muniment.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.people.Department;
import org.muniment.request.RequestSubject;

/// This makes queries from a request's structured subject: who, from when to when, about what. They are a beginning; a
/// person runs, changes and saves them.
final class SuggestedQueries {
    private static final int ADDRESSES_MAX = 40;
    private static final int TERMS_MAX = 40;
    private static final Pattern BETWEEN_TERMS = Pattern.compile("[,;/\\n]| or | OR ");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s\"()<>,;:*@]+@[^\\s\"()<>,;:*@]+");
    private static final Pattern MAIL = Pattern.compile("(?i)\\be-mails?\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Words that say nothing about a record.
    private static final Set<String> SMALL = Set.of(("a about all an and any are as at be between by concerning copies"
                    + " copy correspondence document documents email emails for from in including is it mail"
                    + " messages of on or record records regarding related relating the to was were with")
            .split(" "));

    private final Optional<String> who;
    private final Optional<String> days;
    private final List<List<String>> terms;

    SuggestedQueries(RequestSubject subject, List<Department> departments) {
        who = any(subject.who().stream().flatMap(one -> person(one, departments).stream()));
        days = days(subject.from(), subject.to());
        terms = BETWEEN_TERMS
                .splitAsStream(subject.words())
                .map(SuggestedQueries::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .limit(TERMS_MAX)
                .toList();
    }

    List<QuerySuggestion> all() {
        List<QuerySuggestion> all = new ArrayList<>();
        Optional<String> about = any(terms.stream().map(SuggestedQueries::inAnyForm));
        Optional<String> exactly = any(terms.stream().map(SuggestedQueries::exactly));
        add(all, "As asked", "People, days and subject as the request names them.", List.of(who, days, about));
        if (about.isPresent() && (who.isPresent() || days.isPresent()))
            add(all, "Whatever it is about", "The same people and days, without the words.", List.of(who, days));
        if (who.isPresent() && about.isPresent())
            add(
                    all,
                    "Whoever wrote it",
                    "The same days and words, whoever wrote or received it.",
                    List.of(days, about));
        if (terms.stream().anyMatch(words -> words.size() > 1))
            add(all, "Exactly these words", "The words one directly after the other.", List.of(who, days, exactly));
        return all.stream().toList();
    }

    private static void add(List<QuerySuggestion> all, String name, String why, List<Optional<String>> parts) {
        String query = parts.stream().flatMap(Optional::stream).collect(Collectors.joining(" "));
        if (query.isEmpty() || all.stream().anyMatch(each -> each.query().equals(query))) return;
        all.add(new QuerySuggestion(name, query, why));
    }

    private static Optional<String> any(Stream<String> some) {
        List<String> each = some.distinct().toList();
        if (each.size() < 2) return each.stream().findFirst();
        return Optional.of("(" + String.join(" OR ", each) + ")");
    }

    /// A department by its name, an address, or the words of a name.
    private static Optional<String> person(String named, List<Department> departments) {
        Optional<Department> department = departments.stream()
                .filter(each -> each.name().equalsIgnoreCase(named.strip()))
                .findFirst();
        if (department.isPresent() && !department.get().addresses().isEmpty())
            return any(department.get().addresses().stream()
                    .limit(ADDRESSES_MAX)
                    .map(address -> address.contains("@") ? address : "@" + address)
                    .map(SuggestedQueries::wroteOrReceived));
        if (ADDRESS.matcher(named.strip()).matches()) return Optional.of(wroteOrReceived(named.strip()));
        List<String> words = words(named);
        return words.isEmpty() ? Optional.empty() : Optional.of(wroteOrReceived(inAnyForm(words)));
    }

    private static String wroteOrReceived(String person) {
        return "(from:" + person + " OR recipient:" + person + ")";
    }

    private static Optional<String> days(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) return Optional.empty();
        return Optional.of("sent:" + from.map(LocalDate::toString).orElse("") + ".."
                + to.map(LocalDate::toString).orElse(""));
    }

    private static List<String> words(String text) {
        return Stream.of(NO_WORD.split(MAIL.matcher(text).replaceAll(" "), -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .toList();
    }

    private static String inAnyForm(List<String> words) {
        return words.size() == 1 ? words.getFirst() : "(" + String.join(" ", words) + ")";
    }

    private static String exactly(List<String> words) {
        return '"' + String.join(" ", words) + '"';
    }
}
