package org.muniment.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This is what is asked for, in parts that can be searched: whose mail, from when to when, about
/// what. Its days are whole days of the city. While it is not clear, the request preserves
/// everything.
///
/// @param who people, addresses or departments, as the officer wrote them
/// @param words what the records are about
public record RequestSubject(
        boolean isClear, List<String> who, Optional<LocalDate> from, Optional<LocalDate> to, String words) {
    private static final int WHO_MAX = 50;
    private static final int LENGTH_MAX = 200;
    private static final int WORDS_LENGTH_MAX = 2_000;

    public RequestSubject {
        who = who.stream()
                .map(one -> Written.line("a name", one, LENGTH_MAX))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (who.size() > WHO_MAX) throw new IntakeIsIncomplete("Name at most 50 people or departments.");
        words = Written.line("the words", words, WORDS_LENGTH_MAX);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get()))
            throw new IntakeIsIncomplete("The first day is after the last. Exchange them.");
        isClear = isClear && !(who.isEmpty() && from.isEmpty() && to.isEmpty() && words.isEmpty());
    }

    /// In one sentence.
    String told() {
        if (!isClear) return "not clear yet.";
        List<String> parts = new ArrayList<>();
        if (!who.isEmpty()) parts.add("mail of " + String.join(", ", who));
        from.ifPresent(day -> parts.add("from " + day));
        to.ifPresent(day -> parts.add("to " + day));
        if (!words.isEmpty()) parts.add("about " + words);
        return String.join("; ", parts) + ".";
    }

    /// Before anybody understood what is asked for.
    public static RequestSubject unclear() {
        return new RequestSubject(false, List.of(), Optional.empty(), Optional.empty(), "");
    }
}
