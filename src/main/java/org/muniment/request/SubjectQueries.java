package org.muniment.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.muniment.people.Department;
import org.muniment.people.Departments;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.springframework.stereotype.Component;

/// This is how what a request asks for becomes the search for what it preserves.
@Component
public final class SubjectQueries {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\"]+@[^\\s@\"]+");
    private static final Pattern DOMAIN = Pattern.compile("@?([a-z0-9-]+\\.)+[a-z]{2,}");
    private static final Pattern PHRASES = Pattern.compile("\"[^\"]*\"|[^\\s\"]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> SAY_NOTHING = Set.of(
            "a",
            "about",
            "all",
            "an",
            "and",
            "any",
            "as",
            "at",
            "by",
            "for",
            "from",
            "in",
            "is",
            "it",
            "its",
            "not",
            "of",
            "on",
            "or",
            "regarding",
            "that",
            "the",
            "their",
            "to",
            "was",
            "were",
            "with");

    private final People people;
    private final Departments departments;

    SubjectQueries(People people, Departments departments) {
        this.people = people;
        this.departments = departments;
    }

    /// Returns the search for all that the request may concern; empty means everything. It is wider
    /// than what is looked for: any of the words is enough, and an attachment too, because
    /// attachments are not read yet; and if somebody named cannot be turned into addresses, nobody's
    /// mail is left out.
    Optional<String> preserving(RequestSubject subject) {
        if (!subject.isClear()) return Optional.empty();
        List<String> parts = new ArrayList<>();
        List<Set<String>> who = subject.who().stream().map(this::participants).toList();
        if (!who.isEmpty() && who.stream().noneMatch(Set::isEmpty))
            parts.add(sentOrReceivedBy(
                    who.stream().flatMap(Set::stream).distinct().toList()));
        days(subject).ifPresent(parts::add);
        List<String> words = words(subject.words());
        if (!words.isEmpty()) parts.add("(" + String.join(" OR ", words) + " OR attachment:*)");
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", parts));
    }

    /// Addresses and domains, as a query names them; none if nobody knows who is meant.
    private Set<String> participants(String named) {
        String plain = named.strip().toLowerCase(Locale.ROOT);
        if (ADDRESS.matcher(plain).matches()) return Set.of(plain);
        if (DOMAIN.matcher(plain).matches()) return Set.of(plain.startsWith("@") ? plain : "@" + plain);
        Set<String> known = new LinkedHashSet<>();
        departments.all().stream()
                .filter(department -> department.name().equalsIgnoreCase(plain))
                .map(Department::addresses)
                .flatMap(List::stream)
                .map(address -> address.contains("@") ? address : "@" + address)
                .forEach(known::add);
        people.all().stream()
                .filter(person -> person.name().equalsIgnoreCase(plain))
                .map(Person::email)
                .forEach(known::add);
        return known;
    }

    private static String sentOrReceivedBy(List<String> who) {
        String any = who.size() == 1 ? who.getFirst() : "(" + String.join(" OR ", who) + ")";
        return "(from:" + any + " OR recipient:" + any + ")";
    }

    private static Optional<String> days(RequestSubject subject) {
        if (subject.from().isEmpty() && subject.to().isEmpty()) return Optional.empty();
        return Optional.of("sent:" + subject.from().map(Object::toString).orElse("") + ".."
                + subject.to().map(Object::toString).orElse(""));
    }

    /// Each word in any of its forms; of a phrase, all its words together.
    private static List<String> words(String text) {
        return PHRASES.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(SubjectQueries::together)
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
    }

    private static String together(MatchResult found) {
        List<String> words = WORD.matcher(found.group())
                .results()
                .map(MatchResult::group)
                .filter(word -> !SAY_NOTHING.contains(word))
                .toList();
        return words.size() < 2 ? String.join("", words) : "(" + String.join(" AND ", words) + ")";
    }
}
