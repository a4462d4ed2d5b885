package org.muniment.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// This is the synthetic city hall of Harbor Falls: three years of its mail, the same for the same seed and last day.
/// Nobody in it exists, and every address ends in `.example`, which is nobody's (RFC 2606).
final class CityHall {
    static final long SEED = 20_261_123;
    /// Stands in mail to and from counsel only: whoever is not counsel must never meet it.
    static final String PRIVILEGED_CANARY = "brass heron memorandum";
    /// Stands in a letter of the underpass story, as personal data to withhold.
    static final String PERSONAL_CANARY = "900-12-3456";

    private CityHall() {}

    /// Everything delivered to the archive until the last day, oldest first. The last day is moved back to a Friday, so
    /// that weekdays, order and accession numbers are the same whenever a demonstration is begun.
    static List<Delivery> deliveries(long seed, LocalDate until) {
        LocalDate lastDay = lastDay(until);
        Townsfolk townsfolk = Townsfolk.read();
        List<Delivery> deliveries = new ArrayList<>();
        for (String book : List.of("underpass.txt", "stories.txt", "everyday.txt"))
            for (Story story : StoryBook.read(book))
                for (int i = 0; i < story.times(); i++) {
                    var random = new Random(seed ^ (31L * story.key().hashCode() + i));
                    for (Letter letter : new Telling(story, townsfolk, random, lastDay).letters())
                        deliveries.addAll(MailServers.deliveries(letter, random));
                }
        deliveries.addAll(BrokenMail.from(lastDay.minusDays(700).atTime(9, 30)));
        deliveries.sort(Comparator.comparing(Delivery::at));
        return deliveries;
    }

    static LocalDate lastDay(LocalDate until) {
        return until.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    }
}
