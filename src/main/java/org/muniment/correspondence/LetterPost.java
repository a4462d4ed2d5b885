package org.muniment.correspondence;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.alarm.MailRelay;
import org.muniment.alarm.MailWasNotTaken;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.correspondence.Dispatch.State;
import org.muniment.correspondence.Dispatch.Way;
import org.muniment.production.PaperFile;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is how letters go out and come in: by the city's mail relay, to the requester's own address alone; or by a
/// person, who says so.
@Component
class LetterPost {
    private static final int NOTE_LENGTH_MAX = 500;
    private static final int LINE_LENGTH_MAX = 200;
    private static final int WORDS_LENGTH_MAX = 100_000;

    private final IssuedTable table;
    private final IncomingTable incoming;
    private final Letters letters;
    private final RecordsRequests requests;
    private final MailRelay relay;
    private final Timeline timeline;
    private final Archive archive;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;
    private final JsonMapper json = JsonMapper.builder().build();

    LetterPost(
            WorkflowDatabase database,
            Letters letters,
            RecordsRequests requests,
            MailRelay relay,
            Timeline timeline,
            Archive archive,
            AuditTrail audit,
            InstantSource clock,
            ZoneId zone) {
        this.table = IssuedTable.in(database);
        this.incoming = IncomingTable.in(database);
        this.letters = letters;
        this.requests = requests;
        this.relay = relay;
        this.timeline = timeline;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /// Mails an issued letter to the requester: its words, and its pages as a file. What was begun
    /// is written down first, so that a letter that may have left is never taken for one that did
    /// not.
    synchronized IssuedLetter mail(RequestId id, int number, Actor actor) {
        RecordsRequest request = requests.require(id, actor);
        IssuedLetter letter = letters.require(id, number);
        String to = request.requester().email();
        if (to.isEmpty())
            throw new LetterIsUnusable("The requester left no e-mail address. Print the letter, and say how it went.");
        PaperFile pages = letters.file(id, number);
        String words = table.words(id.number(), number).orElseThrow(NoSuchLetter::new);
        Dispatch begun = new Dispatch(Way.EMAIL, today(), "", State.BEGUN, actor.name(), clock.instant());
        long dispatch = table.done(() -> table.dispatch(id.number(), number, begun, actor));
        try {
            String messageId = relay.send(
                    to,
                    "%s: %s".formatted(request.label(), letter.title()),
                    words,
                    List.of(new MailRelay.Enclosure(pages.name(), pages.mediaType(), pages.bytes())));
            return sent(request, number, Way.EMAIL, dispatch, messageId, actor);
        } catch (MailWasNotTaken refused) {
            String why = shortened(String.valueOf(refused.getMessage()));
            table.done(() -> {
                table.dispatched(dispatch, State.FAILED, why);
                return why;
            });
            throw new LetterIsUnusable(why);
        }
    }

    /// Writes down that a person sent or gave the letter.
    IssuedLetter handedOver(RequestId id, int number, Way way, LocalDate on, String note, Actor actor) {
        RecordsRequest request = requests.require(id, actor);
        IssuedLetter letter = letters.require(id, number);
        if (way == Way.EMAIL)
            throw new LetterIsUnusable("Send it by e-mail from here, or say that it was posted or handed over.");
        if (on.isAfter(today()) || on.isBefore(LocalDate.ofInstant(letter.at(), zone)))
            throw new LetterIsUnusable("The day is between the day the letter was issued and today. Correct it.");
        Dispatch begun = new Dispatch(way, on, line(note, NOTE_LENGTH_MAX), State.DONE, actor.name(), clock.instant());
        return table.done(() -> {
            long dispatch = table.dispatch(id.number(), number, begun, actor);
            return sent(request, number, way, dispatch, begun.note(), actor);
        });
    }

    private IssuedLetter sent(RecordsRequest request, int number, Way way, long dispatch, String note, Actor actor) {
        return table.done(() -> {
            table.dispatched(dispatch, State.DONE, note);
            Map<String, Object> event =
                    Map.of("request", request.label(), "number", number, "way", way, "note", note, "by", actor.name());
            archive.record(new LifecycleEvent("letter-sent", json.writeValueAsString(event)));
            timeline.add(request.id(), actor, "letter", "Letter %d %s.".formatted(number, words(way)));
            record(Act.LETTER_SENT, "letter %d of %s, %s".formatted(number, request.label(), words(way)), actor);
            return letters.require(request.id(), number);
        });
    }

    List<IncomingLetter> incoming(RequestId request) {
        return incoming.ofRequest(request.number());
    }

    /// Logs something that came in. Its words are kept sealed.
    void log(RequestId id, Way way, LocalDate receivedOn, String from, String about, String words, Actor actor) {
        RecordsRequest request = requests.require(id, actor);
        if (receivedOn.isAfter(today())) throw new LetterIsUnusable("The day is not after today. Correct it.");
        String title = line(about, LINE_LENGTH_MAX);
        if (title.isEmpty()) throw new LetterIsUnusable("Say in a few words what it is about.");
        if (words.length() > WORDS_LENGTH_MAX)
            throw new LetterIsUnusable("At most 100,000 characters are kept. Leave out what was quoted.");
        IncomingLetter letter = new IncomingLetter(
                0, way, receivedOn, line(from, LINE_LENGTH_MAX), title, words.strip(), actor.name(), clock.instant());
        incoming.done(() -> {
            incoming.add(id.number(), letter, actor);
            timeline.add(id, actor, "letter", "Came in on %s: %s.".formatted(LetterValues.day(receivedOn), title));
            record(Act.LETTER_LOGGED, "something that came in about " + request.label(), actor);
            return id;
        });
    }

    private static String words(Way way) {
        return switch (way) {
            case EMAIL -> "was sent by e-mail";
            case POST -> "was posted";
            case HAND -> "was handed over";
            case PHONE -> "was read out by telephone";
            case OTHER -> "went out";
        };
    }

    private void record(Act act, String what, Actor actor) {
        audit.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static String line(String text, int lengthMax) {
        String kept = text.strip().replaceAll("\\s+", " ");
        if (kept.length() > lengthMax) throw new LetterIsUnusable("Write at most " + lengthMax + " characters.");
        return kept;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(NOTE_LENGTH_MAX, text.length()));
    }
}
