package org.muniment.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One telling of a story: its letters, with everybody and every day in place.
final class Telling {
    private static final int DAYS = 1_090;
    private static final int DAYS_LEAST = 25;

    private final Story story;
    private final Random random;
    private final Blanks blanks;
    private final LocalDate lastDay;

    Telling(Story story, Townsfolk townsfolk, Random random, LocalDate lastDay) {
        this.story = story;
        this.random = random;
        this.blanks = new Blanks(townsfolk, random);
        this.lastDay = lastDay;
    }

    List<Letter> letters() {
        List<Letter> letters = new ArrayList<>();
        int before = story.daysBefore() < 0 ? DAYS_LEAST + random.nextInt(DAYS - DAYS_LEAST) : story.daysBefore();
        LocalDateTime at = lastDay.minusDays(before)
                .atTime(LocalTime.of(8 + random.nextInt(3), random.nextInt(60), random.nextInt(60)));
        for (Story.Line line : story.lines()) {
            at = inWorkingHours(at.plus(delay(line.said("after"))), blanks.citizen(line.from()));
            letters.add(letter(line, at, letters));
        }
        return letters;
    }

    private Letter letter(Story.Line line, LocalDateTime at, List<Letter> before) {
        String subject = blanks.fill(story.subject());
        Optional<Letter> answers = before.isEmpty() ? Optional.empty() : Optional.of(before.getLast());
        return new Letter(
                id(),
                at,
                blanks.citizen(line.from()),
                people(line.said("to")),
                people(line.said("cc")),
                people(line.said("bcc")),
                answers.isPresent() ? (random.nextInt(4) == 0 ? "RE: " : "Re: ") + subject : subject,
                blanks.fill(line.body()),
                answers,
                line.said("attach").isEmpty() ? List.of() : List.of(blanks.fill(line.said("attach"))),
                line.said("form"),
                line.said("list"));
    }

    private List<Citizen> people(String references) {
        return references.isEmpty()
                ? List.of()
                : Arrays.stream(references.split(",", -1)).map(blanks::citizen).toList();
    }

    private Duration delay(String after) {
        if (after.isEmpty()) return Duration.ofMinutes(random.nextInt(50));
        long amount = Long.parseLong(after.substring(0, after.length() - 1));
        long hours = after.endsWith("d") ? 24 * amount : amount;
        return Duration.ofMinutes(60 * hours + random.nextInt(45));
    }

    /// Clerks write on weekdays by day; police, pumps and residents whenever they must.
    private LocalDateTime inWorkingHours(LocalDateTime at, Citizen who) {
        if (!who.isOfTheCity() || who.key().equals("police.3") || who.key().equals("works.4")) return at;
        LocalDateTime moved = at;
        if (moved.getHour() >= 18) moved = moved.plusDays(1).withHour(8);
        if (moved.getHour() < 7) moved = moved.withHour(8);
        while (moved.getDayOfWeek() == DayOfWeek.SATURDAY || moved.getDayOfWeek() == DayOfWeek.SUNDAY)
            moved = moved.plusDays(1);
        return moved;
    }

    private String id() {
        return "%016x@%s".formatted(random.nextLong(), Citizen.CITY);
    }
}
