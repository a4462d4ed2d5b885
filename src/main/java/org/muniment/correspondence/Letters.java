package org.muniment.correspondence;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.correspondence.LetterPiece.CitedRow;
import org.muniment.law.LawBook;
import org.muniment.law.ProvisionId;
import org.muniment.law.Verifications;
import org.muniment.production.CityLetterhead;
import org.muniment.production.PaperFile;
import org.muniment.production.Papers;
import org.muniment.production.PrintedPaper;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// These are the letters that were issued: numbered, printed, kept as they went out. A correction is another letter.
@Component
public final class Letters {
    private final IssuedTable table;
    private final LetterWriter writer;
    private final LawBook law;
    private final Verifications verifications;
    private final RecordsRequests requests;
    private final Timeline timeline;
    private final Archive archive;
    private final Papers papers;
    private final CityLetterhead letterhead;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Letters(
            WorkflowDatabase database,
            LetterWriter writer,
            LawBook law,
            Verifications verifications,
            RecordsRequests requests,
            Timeline timeline,
            Archive archive,
            Papers papers,
            CityLetterhead letterhead,
            AuditTrail audit,
            InstantSource clock) {
        this.table = IssuedTable.in(database);
        this.writer = writer;
        this.law = law;
        this.verifications = verifications;
        this.requests = requests;
        this.timeline = timeline;
        this.archive = archive;
        this.papers = papers;
        this.letterhead = letterhead;
        this.audit = audit;
        this.clock = clock;
    }

    /// Newest first. The caller has asked who may see the request.
    public List<IssuedLetter> issued(RequestId request) {
        return table.ofRequest(request.number());
    }

    /// One issued letter as a file. The caller has asked who may see the request. Throws a refusal if there is none.
    public PaperFile file(RequestId request, int number) {
        byte[] pdf = table.pdf(request.number(), number).orElseThrow(NoSuchLetter::new);
        String name = requests.known(request).label() + "-letter-" + number + ".pdf";
        return new PaperFile(name, "application/pdf", pdf);
    }

    IssuedLetter require(RequestId request, int number) {
        return issued(request).stream()
                .filter(letter -> letter.number() == number)
                .findFirst()
                .orElseThrow(NoSuchLetter::new);
    }

    synchronized IssuedLetter issue(
            LetterWriter.Input input, Optional<Integer> corrects, Set<String> confirmed, Actor actor)
            throws IOException {
        LetterText draft = writer.write(input, actor);
        // First: a letter that is not issued must not verify anything.
        if (!draft.missing().isEmpty())
            throw new LetterIsUnusable(
                    "The letter is not finished. Still missing: " + String.join("; ", draft.missing()) + ".");
        confirm(input.request(), draft.unverified(), confirmed, actor);
        LetterText text = writer.write(input, actor);
        long request = input.request().id().number();
        int number = table.nextNumber(request);
        Instant now = clock.instant();
        String label = "%s, letter %d".formatted(text.reference(), number);
        String corrected =
                corrects.map(of -> ", which takes the place of letter " + of).orElse("");
        PrintedPaper printed = papers.print(LetterPaper.of(text, label + corrected, letterhead.now()), now);
        String rows = json.writeValueAsString(rows(text));
        return table.done(() -> {
            table.add(new IssuedTable.Row(request, number, text, corrects, rows), printed, actor, now);
            log(input, number, text, printed, actor);
            tell(input, number, corrects, actor);
            return require(input.request().id(), number);
        });
    }

    /// Verifies what counsel confirmed, in the edition that the letter shows: that of the request's
    /// day. Refuses if anything else is unverified.
    void confirm(RecordsRequest request, List<CitedRow> unverified, Set<String> confirmed, Actor actor) {
        boolean isConfirmed =
                actor.is(Role.COUNSEL) && unverified.stream().map(CitedRow::id).allMatch(confirmed::contains);
        if (!unverified.isEmpty() && !isConfirmed) throw new LawfulWordsNeedCounsel(unverified);
        unverified.stream()
                .map(CitedRow::id)
                .distinct()
                .map(id -> law.row(new ProvisionId(id), request.lawOn()).orElseThrow())
                .forEach(row -> verifications.verify(row.provision(), actor));
    }

    private static List<CitedRow> rows(LetterText text) {
        return text.pieces().stream()
                .flatMap(piece -> piece.cited().stream())
                .distinct()
                .toList();
    }

    private void log(LetterWriter.Input input, int number, LetterText text, PrintedPaper printed, Actor actor) {
        Map<String, Object> event = Map.of(
                "request", input.request().label(),
                "number", number,
                "kind", input.kind().word(),
                "sha256", printed.sha256(),
                "rows", rows(text).stream().map(CitedRow::id).toList(),
                "by", actor.name());
        archive.record(new LifecycleEvent("letter-issued", json.writeValueAsString(event)));
    }

    private void tell(LetterWriter.Input input, int number, Optional<Integer> corrects, Actor actor) {
        String name = writer.templates().of(input.kind()).name();
        String corrected =
                corrects.map(of -> " It takes the place of letter " + of + ".").orElse("");
        timeline.add(
                input.request().id(),
                actor,
                "letter",
                "Letter %d was issued: %s.%s".formatted(number, name, corrected));
        String what = "letter %d of %s, %s"
                .formatted(number, input.request().label(), input.kind().word());
        audit.record(new AuditEntry(Act.LETTER_ISSUED, actor, Optional.empty(), what, List.of()));
    }
}
