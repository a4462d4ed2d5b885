package org.muniment.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.muniment.message.EmailAddress;
import org.muniment.search.GeneratedLog.Known;

/// A search that looks at every message, word by word: what the index is compared with.
final class BruteForce {
    private static final Map<String, List<String>> WORDS = new HashMap<>();

    private final List<Known> messages;
    private final ZoneId zone;
    private final Stemmer stemmer = new Stemmer();
    private final Map<String, String> stems = new HashMap<>();

    /// What a message answers: MAYBE, if what was not found may be in text that could not be read.
    enum Reply {
        NO,
        MAYBE,
        YES
    }

    BruteForce(List<Known> messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    List<Known> matches(Clause clause) {
        return messages.stream()
                .filter(message -> reply(clause, message, false) == Reply.YES)
                .sorted(newestFirst())
                .toList();
    }

    long uncertain(Clause clause) {
        return messages.stream()
                .filter(message -> reply(clause, message, true) == Reply.MAYBE)
                .count();
    }

    long uncertain(Clause clause, Predicate<Known> visible) {
        return messages.stream()
                .filter(visible)
                .filter(message -> reply(clause, message, true) == Reply.MAYBE)
                .count();
    }

    boolean isKeptBack(Known message, KeptBack rules) {
        if (rules.isNothing()) return false;
        boolean isReleased = message.facts().found().captures().stream().anyMatch(rules.released()::contains);
        return !isReleased
                && (message.facts().exceptionKinds().contains("HEADER_TRUNCATED")
                        || isOf(message, rules.people())
                        || rules.phrases().stream()
                                .anyMatch(
                                        phrase -> isFound(new Clause.Phrase(SearchField.ANY, words(phrase)), message)));
    }

    /// Whether somebody of these sent or received it.
    static boolean isOf(Known known, Participants people) {
        var message = known.message();
        return Stream.concat(
                        Stream.of(message.from(), message.to(), message.cc(), message.bcc())
                                .flatMap(List::stream)
                                .map(EmailAddress::address),
                        known.facts().captures().stream()
                                .flatMap(capture -> capture.parties().stream())
                                .map(MessageFacts.Party::address))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .anyMatch(address -> isOneOf(address, people));
    }

    private static boolean isOneOf(String address, Participants people) {
        int at = address.indexOf('@');
        var domain = address.substring(at + 1);
        var withoutTag = address.substring(0, at).replaceAll("\\+.*", "") + "@" + domain;
        return people.addresses().contains(address)
                || people.addresses().contains(withoutTag)
                || people.domains().stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each));
    }

    static Comparator<Known> newestFirst() {
        return Comparator.comparingLong(BruteForce::sent)
                .thenComparingLong(message -> message.facts().first().accession())
                .reversed();
    }

    private Reply reply(Clause clause, Known in, boolean doubting) {
        return switch (clause) {
            case Clause.And(var all) ->
                all.stream()
                        .map(each -> reply(each, in, doubting))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
            case Clause.Or(var any) ->
                any.stream()
                        .map(each -> reply(each, in, doubting))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            case Clause.Not(var inner) ->
                switch (reply(inner, in, doubting)) {
                    case NO -> Reply.YES;
                    case MAYBE -> Reply.MAYBE;
                    case YES -> Reply.NO;
                };
            default -> isFound(clause, in) ? Reply.YES : doubting && isHidden(clause, in) ? Reply.MAYBE : Reply.NO;
        };
    }

    private static boolean isHidden(Clause clause, Known in) {
        var kinds = in.facts().exceptionKinds();
        var field = switch (clause) {
            case Clause.Word word -> word.field();
            case Clause.Phrase phrase -> phrase.field();
            case Clause.Prefix prefix -> prefix.field();
            case Clause.Literal literal -> literal.field();
            case Clause.Present present -> present.field();
            case Clause.Days days -> days.field();
            default -> SearchField.SOURCE;
        };
        if (field == SearchField.SOURCE || field == SearchField.CAPTURED) return false;
        return field.kind() == SearchField.Kind.TEXT ? !kinds.isEmpty() : kinds.contains("HEADER_TRUNCATED");
    }

    private boolean isFound(Clause clause, Known in) {
        return switch (clause) {
            case Clause.Everything _ -> true;
            case Clause.Present(var field) -> !texts(field, in).isEmpty();
            case Clause.Word(var field, var word)
            when field.kind() == SearchField.Kind.PEOPLE ->
                texts(field, in).stream().anyMatch(text -> words(text).contains(word));
            case Clause.Word(var field, var word) ->
                texts(field, in).stream()
                        .flatMap(text -> words(text).stream())
                        .anyMatch(each -> stem(each).equals(stem(word)));
            case Clause.Phrase(var field, var words) ->
                texts(field, in).stream().anyMatch(text -> Collections.indexOfSubList(words(text), words) >= 0);
            case Clause.Prefix(var field, var start) ->
                texts(field, in).stream().anyMatch(text -> hasPrefix(field, text, start));
            case Clause.Literal(var field, var value) ->
                field == SearchField.SOURCE
                        ? in.facts().captures().stream()
                                .anyMatch(capture -> capture.source().equals(value))
                        : texts(field, in).stream().anyMatch(text -> isAddress(text, value));
            case Clause.Days days -> isWithin(days, in);
            case Clause.And _, Clause.Or _, Clause.Not _ -> throw new IllegalStateException("not a leaf");
        };
    }

    private static boolean hasPrefix(SearchField field, String text, String start) {
        if (words(text).stream().anyMatch(word -> word.startsWith(start))) return true;
        var address = address(text);
        return field.kind() == SearchField.Kind.PEOPLE
                && (address.startsWith(start)
                        || address.substring(address.lastIndexOf('@')).startsWith(start));
    }

    private static boolean isAddress(String text, String value) {
        var address = address(text);
        int at = address.lastIndexOf('@');
        return value.equals(address)
                || value.equals(address.substring(0, at + 1))
                || value.equals(address.substring(at));
    }

    private String stem(String word) {
        return stems.computeIfAbsent(word, stemmer::stem);
    }

    private static List<String> words(String text) {
        return WORDS.computeIfAbsent(text, WordScanner::words);
    }

    private static String address(String text) {
        return Literals.address(text.substring(text.lastIndexOf(' ') + 1));
    }

    private boolean isWithin(Clause.Days days, Known in) {
        var times = days.field() == SearchField.SENT
                ? Stream.of(sent(in))
                : in.facts().captures().stream().map(MessageFacts.CaptureFacts::capturedAt);
        return times.map(time -> Instant.ofEpochSecond(time).atZone(zone).toLocalDate())
                .anyMatch(day -> days.first().stream().noneMatch(day::isBefore)
                        && days.last().stream().noneMatch(day::isAfter));
    }

    static long sent(Known in) {
        return in.message()
                .sentAt()
                .map(Instant::getEpochSecond)
                .orElse(in.facts().first().capturedAt());
    }

    private static List<String> texts(SearchField field, Known in) {
        var message = in.message();
        var texts = new ArrayList<String>();
        switch (field) {
            case ANY -> {
                for (var each : List.of(
                        SearchField.SUBJECT,
                        SearchField.BODY,
                        SearchField.ATTACHMENT,
                        SearchField.FROM,
                        SearchField.RECIPIENT)) texts.addAll(texts(each, in));
            }
            case FROM -> add(texts, message.from());
            case TO -> add(texts, message.to());
            case CC -> add(texts, message.cc());
            case BCC -> add(texts, message.bcc());
            case RECIPIENT -> {
                for (var each : List.of(SearchField.TO, SearchField.CC, SearchField.BCC)) texts.addAll(texts(each, in));
            }
            case SUBJECT -> texts.add(message.subject());
            case BODY -> texts.add(message.allText());
            case ATTACHMENT -> texts.addAll(message.attachmentNames());
            case MESSAGEID, SOURCE, SENT, CAPTURED -> throw new IllegalStateException("not a text");
        }
        for (var capture : in.facts().captures())
            for (var party : capture.parties()) if (party.role() == field) texts.add(" " + party.address());
        texts.removeIf(String::isBlank);
        return texts;
    }

    private static void add(List<String> texts, List<EmailAddress> people) {
        for (var person : people) texts.add(person.name() + " " + person.address());
    }
}
