package org.muniment.operator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineStatement;

/// A deadline for people at a terminal.
final class DueText {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.US);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu, HH:mm", Locale.US);
    private static final String INDENT = " ".repeat(5);
    private static final String GAP = " ".repeat(18);

    private DueText() {}

    static String of(DeadlineStatement due, String jurisdiction, LocalDateTime receivedAt) {
        var text = new WrappedText();
        text.line("%s, received %s".formatted(jurisdiction, MOMENT.format(receivedAt)));
        text.line("");
        text.line(due.dueOn()
                .map(day -> "DUE  " + LONG.format(day) + "  (" + due.kind() + ")")
                .orElse("NO DATE  (" + due.kind() + ")"));
        text.words(INDENT, due.sentence());
        text.words(INDENT, "[%s; %s]".formatted(due.citation(), standing(due.mark(), due.verified())));
        due.otherReading().ifPresent(other -> text.words(INDENT, other.why()));
        text.line("");
        text.line("How this was counted");
        int number = 0;
        for (Deadline.Day day : due.trace()) {
            if (day.counted()) number++;
            String head = "  %s  %3s  ".formatted(SHORT.format(day.date()), day.counted() ? number : "");
            text.words(head, day.why() + cited(day.citation()));
        }
        others(text, due);
        return text.toString();
    }

    private static void others(WrappedText text, DeadlineStatement due) {
        if (due.others().isEmpty()) return;
        text.line("");
        text.line("Also");
        for (DeadlineStatement.OtherStatement other : due.others()) {
            text.words("  %-14s  ".formatted(other.dueOn().map(DueText::day).orElse("")), other.name());
            text.words(GAP, other.why());
            text.words(GAP, "[%s; %s]".formatted(other.citation(), standing(other.mark(), other.verified())));
        }
    }

    private static String day(LocalDate date) {
        return SHORT.format(date);
    }

    private static String cited(Optional<String> citation) {
        return citation.map(words -> "  [" + words + "]").orElse("");
    }

    /// How far a row may be relied on, in words.
    static String standing(String mark, boolean verified) {
        if (verified) return "verified by the city's counsel";
        return mark.equals("read")
                ? "read in a source, not verified by a city's counsel"
                : "from general knowledge, not verified: compare it with the law";
    }
}
