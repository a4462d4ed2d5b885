package org.muniment.operator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.deadline.ClockEvent;
import org.muniment.law.Jurisdiction;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.NoSuchJurisdiction;

/// What is typed for `due` and `fee`, read strictly: a wrong word is named, never guessed at.
final class Given {
    private static final String EVENTS =
            "Write KIND:DATE, such as toll:2026-07-06. Kinds: extend, toll, resume, close, notice, answer.";

    private Given() {}

    static JurisdictionId jurisdiction(String typed) {
        try {
            return LawBook.shipped().jurisdiction(new JurisdictionId(typed)).id();
        } catch (NoSuchJurisdiction unknown) {
            String known = LawBook.shipped().jurisdictions().stream()
                    .map(Jurisdiction::id)
                    .map(JurisdictionId::value)
                    .collect(Collectors.joining(", "));
            throw new InputIsUnusable("There is no jurisdiction \"" + typed + "\" here. Known: " + known + ".");
        }
    }

    /// A day with a time, or a day alone, which then begins at midnight.
    static LocalDateTime moment(String option, String typed) {
        try {
            return typed.contains("T")
                    ? LocalDateTime.parse(typed)
                    : LocalDate.parse(typed).atStartOfDay();
        } catch (DateTimeException wrong) {
            throw new InputIsUnusable("%s \"%s\" is not a day and time of the calendar. Write it like 2026-07-02T16:30."
                    .formatted(option, typed));
        }
    }

    static LocalDate day(String option, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException wrong) {
            throw new InputIsUnusable(
                    "%s \"%s\" is not a day of the calendar. Write it like 2026-07-02.".formatted(option, typed));
        }
    }

    static ClockEvent event(String typed) {
        String[] parts = typed.split(":", 3);
        if (parts.length < 2) throw new InputIsUnusable("--event \"" + typed + "\" names no day. " + EVENTS);
        LocalDate on = day("--event", parts[1]);
        Optional<String> detail = parts.length == 3 ? Optional.of(parts[2]) : Optional.empty();
        return switch (parts[0]) {
            case "extend" -> new ClockEvent.Extended(on, detail.map(days -> number(typed, days)));
            case "toll" -> new ClockEvent.Tolled(on, detail);
            case "close" -> new ClockEvent.Closed(on, detail.orElse("closed"));
            case "resume" -> new ClockEvent.Resumed(plain(typed, on, detail));
            case "notice" -> new ClockEvent.ThirdPartyNotified(plain(typed, on, detail));
            case "answer" -> new ClockEvent.Answered(plain(typed, on, detail));
            default -> throw new InputIsUnusable("--event \"" + typed + "\" is of no known kind. " + EVENTS);
        };
    }

    private static LocalDate plain(String typed, LocalDate on, Optional<String> detail) {
        if (detail.isPresent()) throw new InputIsUnusable("--event \"" + typed + "\" says too much. " + EVENTS);
        return on;
    }

    private static int number(String typed, String days) {
        if (!days.matches("[0-9]{1,3}"))
            throw new InputIsUnusable(
                    "--event \"%s\": how many days the extension has is a number, such as extend:2026-07-06:5."
                            .formatted(typed));
        return Integer.parseInt(days);
    }
}
