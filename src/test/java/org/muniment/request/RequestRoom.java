package org.muniment.request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.audit.AuditTrail;
import org.muniment.deadline.DeadlineParts;
import org.muniment.law.LawBook;
import org.muniment.people.Departments;
import org.muniment.people.People;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchSettings;
import org.muniment.workflow.WorkflowDatabase;

/// Everything that keeps requests, real, in a test's folder, with a clock that the test moves. Other
/// packages' tests begin here, too: `new RequestRoom(folder)`, then `entered()`.
public final class RequestRoom implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    public static final Actor OFFICER = person(7, "Ana Rivera", Role.RECORDS_OFFICER);
    public static final Actor REVIEWER = person(8, "Rey Vance", Role.REVIEWER);
    public static final Actor COUNSEL = person(9, "Cleo Stone", Role.COUNSEL);
    public static final Actor APPROVER = person(10, "Ada Pryor", Role.APPROVER);

    public final WorkflowDatabase database;
    public final Archive archive;
    public final ArchiveSearch search;
    public final AuditTrail audit;
    public final RecordsRequests requests;
    public final Timeline timeline;
    public final IntakeDesk intake;
    public final People people;
    public final Assignments assignments;
    public final ClosingDesk closing;
    public final RequestDesk desk;
    public final Approvals approvals;
    public final Preservations preservations;
    public final DeadlineParts deadlines;
    final Tasks tasks;

    /// What else stands in the way of closing; a test adds to it.
    public final List<ClosingObstacle> obstacles = new ArrayList<>();

    /// The state of the review, as a test says.
    public String review = "as at first";

    private Instant now = Instant.parse("2026-11-23T14:00:00Z");

    public RequestRoom(Path folder) throws IOException {
        this(folder, "us-ct");
    }

    public RequestRoom(Path folder, String jurisdiction) throws IOException {
        InstantSource clock = clock();
        database = WorkflowDatabase.in(folder.resolve("workflow"));
        Alarms alarms = Alarms.in(database, clock);
        ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder.resolve("data"), settings, alarms, clock);
        search = ArchiveSearch.open(folder.resolve("index"), archive, alarms, clock, SearchSettings.in(ZONE));
        search.start();
        audit = AuditTrail.in(folder.resolve("audit"), settings, database, alarms, clock);
        requests = new RecordsRequests(database);
        timeline = new Timeline(database, clock);
        people = new People(database, clock);
        deadlines = DeadlineParts.in(database, audit, clock);
        deadlines.choose(jurisdiction, OFFICER);
        var chronicle = new Chronicle(timeline, archive, audit);
        var requestClock = new RequestClock(requests, timeline, ZONE);
        var rules = new PreservationRules(requests, LawBook.shipped(), requestClock, deadlines.desk(), ZONE);
        var queries = new SubjectQueries(people, new Departments(database));
        preservations = new Preservations(database, rules, queries, chronicle, archive, search, clock, ZONE);
        intake = new IntakeDesk(database, preservations, deadlines.offices(), chronicle, clock, ZONE);
        var effects = new ClockEffects(requestClock, deadlines.desk(), timeline, clock, ZONE);
        desk = new RequestDesk(database, requests, preservations, effects, chronicle, clock);
        tasks = new Tasks(database, requests, chronicle, clock);
        approvals = new Approvals(database, requests, desk, chronicle, () -> Optional.of(_ -> review), clock);
        obstacles.add(tasks);
        obstacles.add(approvals);
        closing = new ClosingDesk(database, requests, desk, intake, chronicle, obstacles::stream, clock);
        assignments = new Assignments(database, requests, people, chronicle, clock);
    }

    /// Somebody who signs in, as they act.
    public Actor hire(String name, Role role) {
        String address = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@city.example";
        PersonId id = people.add(name, address).id();
        people.giveRole(id, role);
        return new Actor(id, name, Set.of(role), Set.of(), "127.0.0.1");
    }

    public static Actor person(long number, String name, Role... roles) {
        return new Actor(new PersonId(number), name, Set.of(roles), Set.of(), "127.0.0.1");
    }

    public InstantSource clock() {
        return () -> now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /// A request that came by letter this morning, about the underpass, entered by the officer.
    public RecordsRequest entered() {
        return intake.enter(letter(), OFFICER);
    }

    Intake letter() {
        return new Intake(
                now,
                ReceivedBy.MAIL,
                Optional.empty(),
                "All e-mail of Public Works about the underpass, please.",
                new RequestSubject(
                        true,
                        List.of("Public Works"),
                        Optional.of(LocalDate.parse("2026-01-01")),
                        Optional.of(LocalDate.parse("2026-06-30")),
                        "underpass"),
                new Requester(false, "Clement Ashgrove", "", "27 Larkspur Court", "clement@mail.example", ""),
                Optional.empty());
    }

    /// Takes a message into the archive; searched on return.
    public void deliver(String from, String to, String subject, String sentAt, String text) throws Exception {
        String mail = "From: %s\r\nTo: %s\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <%s@city.example>\r\n\r\n%s\r\n"
                .formatted(from, to, subject, sentAt, archive.size(), text);
        Envelope envelope = new Envelope("test", Channel.SMTP, Optional.of(from), List.of(to), Peer.NONE, now);
        try (Incoming incoming = archive.receive(envelope)) {
            incoming.body().write(mail.getBytes(StandardCharsets.UTF_8));
            incoming.commit().get();
        }
        if (!search.awaitIndexed(archive.size(), Duration.ofSeconds(30)))
            throw new IllegalStateException("not indexed");
    }

    @Override
    public void close() throws IOException {
        search.close();
        archive.close();
        audit.close();
        database.close();
    }
}
