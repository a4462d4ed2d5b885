package org.muniment.deadline;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The city's place in law, its offices and closed days over HTTP.
@RestController
@RequestMapping(path = "/api/settings/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarController {
    private static final int DAYS_AHEAD = 400;

    private final CityOffices offices;
    private final LawBook law;
    private final InstantSource clock;
    private final ZoneId zone;

    CalendarController(CityOffices offices, LawBook law, InstantSource clock, ZoneId zone) {
        this.offices = offices;
        this.law = law;
        this.clock = clock;
        this.zone = zone;
    }

    /// @param daysOff weekdays of the next 400 days that do not count or are not settled, by the
    /// statute alone
    record CalendarView(
            PlaceForm place,
            List<CalendarJurisdiction> jurisdictions,
            List<OfficeView> offices,
            List<ClosureView> closures,
            List<DayOff> daysOff,
            List<ChosenHoliday> byChoice) {}

    record CalendarJurisdiction(String id, String name) {}

    record PlaceForm(Optional<String> jurisdiction, Optional<Integer> population, Optional<LocalDate> feePolicyOn) {}

    record OfficeView(long id, OfficeForm office) {}

    record ClosureView(long id, ClosureForm closure, String addedBy) {}

    /// @param office its number; without one, the whole city was closed
    record ClosureForm(
            Optional<Long> office, Optional<LocalDate> on, Optional<Office.Cause> cause, Optional<String> reason) {}

    record DayOff(LocalDate on, String why, boolean isSettled, Optional<String> citation) {}

    record ChosenHoliday(String id, String name, String plain) {}

    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.COUNSEL})
    CalendarView calendar() {
        CityPlace place = offices.place();
        return new CalendarView(
                new PlaceForm(place.jurisdiction().map(JurisdictionId::value), place.population(), place.feePolicyOn()),
                law.jurisdictions().stream()
                        .map(one -> new CalendarJurisdiction(one.id().value(), one.name()))
                        .toList(),
                offices.offices().stream()
                        .map(kept -> new OfficeView(kept.id(), OfficeForm.of(kept.office())))
                        .toList(),
                offices.closures().stream().map(CalendarController::closure).toList(),
                place.jurisdiction().map(this::daysOff).orElse(List.of()),
                place.jurisdiction().map(this::byChoice).orElse(List.of()));
    }

    private static ClosureView closure(OfficeTable.KeptClosure kept) {
        return new ClosureView(
                kept.id(),
                new ClosureForm(
                        kept.office(),
                        Optional.of(kept.closure().on()),
                        Optional.of(kept.closure().cause()),
                        Optional.of(kept.closure().reason())),
                kept.addedBy());
    }

    private List<DayOff> daysOff(JurisdictionId jurisdiction) {
        BusinessCalendar calendar = BusinessCalendar.of(law, jurisdiction, Office.UNNAMED);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .map(calendar::day)
                .filter(day -> day.effect() != CalendarDay.Effect.COUNTS)
                .map(day -> new DayOff(
                        day.date(), day.why(), day.effect() == CalendarDay.Effect.DOES_NOT_COUNT, day.citation()))
                .toList();
    }

    private List<ChosenHoliday> byChoice(JurisdictionId jurisdiction) {
        return BusinessCalendar.holidays(law, jurisdiction).stream()
                .filter(Holiday::byChoice)
                .map(holiday -> new ChosenHoliday(
                        holiday.provision().id().value(),
                        holiday.name(),
                        holiday.provision().plain()))
                .toList();
    }

    @PutMapping("/place")
    @Allowed(Role.ADMINISTRATOR)
    CalendarView place(@RequestBody PlaceForm form, Actor actor) {
        offices.change(
                new CityPlace(form.jurisdiction().map(JurisdictionId::new), form.population(), form.feePolicyOn()),
                actor);
        return calendar();
    }

    @PostMapping("/offices")
    @Allowed(Role.ADMINISTRATOR)
    CalendarView add(@RequestBody OfficeForm form, Actor actor) {
        offices.keep(Optional.empty(), form.office(), actor);
        return calendar();
    }

    @PutMapping("/offices/{id:[1-9]\\d{0,17}}")
    @Allowed(Role.ADMINISTRATOR)
    CalendarView change(@PathVariable long id, @RequestBody OfficeForm form, Actor actor) {
        offices.keep(Optional.of(id), form.office(), actor);
        return calendar();
    }

    @DeleteMapping("/offices/{id:[1-9]\\d{0,17}}")
    @Allowed(Role.ADMINISTRATOR)
    CalendarView remove(@PathVariable long id, Actor actor) {
        offices.remove(id, actor);
        return calendar();
    }

    @PostMapping("/closures")
    @Allowed(Role.ADMINISTRATOR)
    CalendarView close(@RequestBody ClosureForm form, Actor actor) {
        LocalDate on = form.on().orElseThrow(() -> new OfficeIsUnusable("Say which day it was closed."));
        offices.close(
                form.office(),
                new Office.Closure(
                        on,
                        form.cause().orElse(Office.Cause.PLANNED),
                        form.reason().orElse("")),
                actor);
        return calendar();
    }

    @DeleteMapping("/closures/{id:[1-9]\\d{0,17}}")
    @Allowed(Role.ADMINISTRATOR)
    CalendarView removeClosure(@PathVariable long id, Actor actor) {
        offices.removeClosure(id, actor);
        return calendar();
    }
}
