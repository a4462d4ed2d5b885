package org.muniment.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.deadline.ClockRules.Extension;
import org.muniment.deadline.ClockRules.Rule;
import org.muniment.deadline.ClockRules.Toll;
import org.muniment.deadline.Count.Reading;
import org.muniment.deadline.Count.Standstill;
import org.muniment.law.Provision;

/// The events of one request, applied one after another as the law's rows allow. Each is held
/// against the date as it stood just before it.
final class Course {
    private final ClockRules rules;
    private final LocalDate receivedOn;
    private final LocalDate start;
    private BusinessCalendar calendar;
    private Rule rule;
    private int added;
    private Optional<Extension> extension = Optional.empty();
    private Optional<LocalDate> petitionedOn = Optional.empty();
    private final List<Standstill> standstills = new ArrayList<>();
    private Optional<LocalDate> answeredOn = Optional.empty();

    Course(ClockRules rules, BusinessCalendar calendar, LocalDate receivedOn, LocalDate start) {
        this.rules = rules;
        this.calendar = calendar;
        this.receivedOn = receivedOn;
        this.start = start;
        this.rule = rules.deadline();
    }

    void apply(ClockEvent event) {
        if (event.on().isBefore(receivedOn))
            throw new EventIsRefused("%s is before the request was received on %s. Correct the event's date."
                    .formatted(Words.day(event.on()), Words.day(receivedOn)));
        switch (event) {
            case ClockEvent.Closed closed ->
                calendar =
                        calendar.closedAlso(new Office.Closure(closed.on(), Office.Cause.UNEXPECTED, closed.reason()));
            case ClockEvent.Extended extended -> extend(extended);
            case ClockEvent.Tolled tolled -> toll(tolled);
            case ClockEvent.Resumed resumed -> resume(resumed);
            case ClockEvent.ThirdPartyNotified notified -> notice(notified);
            case ClockEvent.Answered answered -> answer(answered);
        }
    }

    private void extend(ClockEvent.Extended event) {
        Extension known =
                rules.extensions().stream().findFirst().orElseThrow(() -> refused("no extension", rules.noExtension()));
        if (extension.isPresent() || petitionedOn.isPresent())
            throw new EventIsRefused(
                    "The time was extended already, and the law gives one extension.", known.provision());
        int days = event.days().orElse(known.daysMax());
        if (days < 1 || days > known.daysMax())
            throw new EventIsRefused(
                    "An extension is 1 to %d days long, not %d.".formatted(known.daysMax(), days), known.provision());
        if (known.petitionWithin().isPresent())
            petition(event.on(), known, known.petitionWithin().get());
        else {
            refuseAfterTheEnd(event, "an extension", known.provision());
            extension = Optional.of(known);
            added = days;
        }
    }

    private void petition(LocalDate filedOn, Extension known, int within) {
        LocalDate last = Count.of(calendar, Count.Task.plain(start, within, rule.dayName()), Reading.DUE)
                .dueOn()
                .orElseThrow();
        if (filedOn.isAfter(last))
            throw new EventIsRefused(
                    "A petition on %s is too late: the last day was %s.".formatted(Words.day(filedOn), Words.day(last)),
                    known.provision());
        petitionedOn = Optional.of(filedOn);
    }

    private void toll(ClockEvent.Tolled event) {
        if (rules.tolls().isEmpty()) throw refused("nothing that stops the clock", rules.noToll());
        Toll toll = rules.tolls().stream()
                .filter(known ->
                        event.reason().isEmpty() || event.reason().get().equals(known.reason()))
                .findFirst()
                .orElseThrow(() -> new EventIsRefused(
                        "The law knows no stop of the clock for the reason \"%s\", only for: %s."
                                .formatted(
                                        event.reason().orElse(""),
                                        String.join(
                                                ", ",
                                                rules.tolls().stream()
                                                        .map(Toll::reason)
                                                        .toList())),
                        rules.tolls().getFirst().provision()));
        if (standsStill()) throw new EventIsRefused("The clock stands still already. Let it run again first.");
        long before =
                standstills.stream().filter(one -> one.toll().equals(toll)).count();
        if (toll.timesMax().filter(max -> before >= max).isPresent())
            throw new EventIsRefused(
                    "The clock was stopped for this reason already, as often as the law allows.", toll.provision());
        refuseAfterTheEnd(event, "a stop of the clock", toll.provision());
        standstills.add(new Standstill(event.on(), Optional.empty(), toll));
    }

    private void resume(ClockEvent.Resumed event) {
        if (!standsStill())
            throw new EventIsRefused(
                    "The clock runs on %s: nothing stopped it before. Leave the event out, or add the stop."
                            .formatted(Words.day(event.on())));
        Standstill open = standstills.removeLast();
        standstills.add(new Standstill(open.from(), Optional.of(event.on()), open.toll()));
    }

    private void notice(ClockEvent.ThirdPartyNotified event) {
        Rule longer = rules.noticed()
                .orElseThrow(() -> new EventIsRefused(
                        "A notice to others does not change the date here.",
                        rules.deadline().provision()));
        refuseAfterTheEnd(event, "a notice to those whom the records are about", longer.provision());
        rule = longer;
    }

    private void answer(ClockEvent.Answered event) {
        if (answeredOn.isEmpty()) answeredOn = Optional.of(event.on());
    }

    private void refuseAfterTheEnd(ClockEvent event, String what, Provision by) {
        Optional<LocalDate> end = count(Reading.DUE).flatMap(Count::dueOn);
        if (end.filter(event.on()::isAfter).isPresent())
            throw new EventIsRefused(
                    "On %s it was too late for %s: the time had run out on %s."
                            .formatted(Words.day(event.on()), what, Words.day(end.get())),
                    by);
    }

    private static EventIsRefused refused(String knows, Optional<Provision> by) {
        String sentence = "The law knows " + knows + " here.";
        return by.map(provision -> new EventIsRefused(sentence, provision))
                .orElseGet(() -> new EventIsRefused(sentence));
    }

    /// Absent where the law sets no number of days.
    Optional<Count> count(Reading reading) {
        return rule.days().map(days -> Count.of(calendar, task(days, days + added), reading));
    }

    /// The same without the extension.
    Optional<LocalDate> dueOnWithoutExtension() {
        return rule.days()
                .flatMap(days ->
                        Count.of(calendar, task(days, days), Reading.DUE).dueOn());
    }

    private Count.Task task(int base, int required) {
        return new Count.Task(start, base, required, rule.dayName(), standstills);
    }

    boolean standsStill() {
        return !standstills.isEmpty() && standstills.getLast().to().isEmpty();
    }

    Rule rule() {
        return rule;
    }

    int required() {
        return rule.days().orElse(0) + added;
    }

    BusinessCalendar calendar() {
        return calendar;
    }

    LocalDate start() {
        return start;
    }

    List<Standstill> standstills() {
        return standstills;
    }

    Optional<Extension> extension() {
        return extension;
    }

    Optional<LocalDate> petitionedOn() {
        return petitionedOn;
    }

    Optional<LocalDate> answeredOn() {
        return answeredOn;
    }
}
