package org.muniment.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.deadline.CityOffices;
import org.muniment.deadline.CityPlace;
import org.muniment.law.JurisdictionId;
import org.muniment.people.Person;
import org.muniment.request.ClosingDesk;
import org.muniment.request.Determination;
import org.muniment.request.Intake;
import org.muniment.request.IntakeDesk;
import org.muniment.request.ReceivedBy;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestSubject;
import org.muniment.request.Requester;
import org.springframework.stereotype.Component;

/// These are the requests on the demonstration's board: the one about the underpass, which came yesterday and
/// waits to be answered, one that lies too long, and one that was withdrawn. Harbor Falls is taken to be in
/// Connecticut.
@Component
class DemoRequests {
    private static final JurisdictionId LAW = new JurisdictionId("us-ct");
    private static final int POPULATION = 61_000;
    private static final String UNDERPASS = """
            To the Records Officer,

            under the public records law I ask for all e-mail of the Department of Public Works, the Mayor's
            office and the Council about the Mill Street underpass, its pumps and its flooding, for the last
            three years, with attachments. I do not ask for anybody's medical details.

            I would like electronic copies. If anything is withheld, please say what and why.

            Clement Ashgrove""";

    private final CityOffices city;
    private final IntakeDesk intake;
    private final ClosingDesk closing;
    private final InstantSource clock;

    DemoRequests(CityOffices city, IntakeDesk intake, ClosingDesk closing, InstantSource clock) {
        this.city = city;
        this.intake = intake;
        this.closing = closing;
        this.clock = clock;
    }

    void settle(Townsfolk townsfolk, Person officer, Person administrator) {
        city.change(new CityPlace(Optional.of(LAW), Optional.of(POPULATION), Optional.empty()), acting(administrator));
        Actor clerk = acting(officer);
        LocalDate today = LocalDate.ofInstant(clock.instant(), DemoFolder.ZONE);
        RecordsRequest withdrawn = intake.enter(sailingClub(today.minusDays(23)), clerk);
        closing.close(withdrawn.id(), Determination.WITHDRAWN, "By telephone: it was found on the city's page.", clerk);
        intake.enter(parkingTickets(today.minusDays(16)), clerk);
        intake.enter(underpass(townsfolk, today.minusDays(1)), clerk);
    }

    private static Intake underpass(Townsfolk townsfolk, LocalDate day) {
        List<String> who = new ArrayList<>(List.of("Public Works"));
        Stream.of("mayor", "council")
                .flatMap(group -> townsfolk.group(group).stream())
                .map(Citizen::address)
                .forEach(who::add);
        return intake(
                day,
                ReceivedBy.MAIL,
                UNDERPASS,
                new RequestSubject(true, who, Optional.of(day.minusYears(3)), Optional.of(day), "underpass"),
                new Requester(
                        false,
                        "Clement Ashgrove",
                        "",
                        "27 Larkspur Court\nHarbor Falls",
                        "c.ashgrove@homemail.example",
                        "555-0119"));
    }

    private static Intake parkingTickets(LocalDate day) {
        return intake(
                day,
                ReceivedBy.PHONE,
                "A caller asks what the police wrote to each other about parking tickets near the stadium. He gave no"
                        + " name and calls again.",
                RequestSubject.unclear(),
                new Requester(true, "", "", "", "", ""));
    }

    private static Intake sailingClub(LocalDate day) {
        return intake(
                day,
                ReceivedBy.COUNTER,
                "The sailing club asks for the letters about the berths on the north pier.",
                new RequestSubject(
                        true, List.of("Parks and Recreation"), Optional.empty(), Optional.empty(), "berths pier"),
                new Requester(false, "Ingrid Falconer", "Harbor Falls Sailing Club", "", "", "555-0163"));
    }

    private static Intake intake(
            LocalDate day, ReceivedBy how, String words, RequestSubject subject, Requester requester) {
        return new Intake(
                day.atTime(10, 15).atZone(DemoFolder.ZONE).toInstant(),
                how,
                Optional.empty(),
                words,
                subject,
                requester,
                Optional.empty());
    }

    private static Actor acting(Person person) {
        return new Actor(person.id(), person.name(), person.roles(), Set.of(), "serve --demo");
    }
}
