package org.muniment.correspondence;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.production.CityLetterhead;
import org.muniment.production.PaperFile;
import org.muniment.production.Papers;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.request.Requester;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is where letters are drafted: chosen, filled from the request, edited, looked at, and issued.
@Component
class LetterDesk {
    private static final int DRAFTS_MAX = 50;
    private static final int LOOKED_THROUGH_MAX = 100;
    private static final int ADDRESSEE_LENGTH_MAX = 1_000;
    private static final int FREE_LENGTH_MAX = 20_000;

    private final DraftTable drafts;
    private final LetterWriter writer;
    private final Letters letters;
    private final RecordsRequests requests;
    private final Papers papers;
    private final CityLetterhead letterhead;
    private final InstantSource clock;

    LetterDesk(
            WorkflowDatabase database,
            LetterWriter writer,
            Letters letters,
            RecordsRequests requests,
            Papers papers,
            CityLetterhead letterhead,
            InstantSource clock) {
        this.drafts = DraftTable.in(database);
        this.writer = writer;
        this.letters = letters;
        this.requests = requests;
        this.papers = papers;
        this.letterhead = letterhead;
        this.clock = clock;
    }

    List<LetterTemplate> templates() {
        return writer.templates().inOrder();
    }

    List<LetterDraft> drafts(RequestId request) {
        return drafts.ofRequest(request.number());
    }

    /// The newest drafts in which nothing is left that their writers have to write, by request; of at most 100.
    Map<RequestId, List<LetterDraft>> finishedByTheirWriters() {
        Map<RequestId, List<LetterDraft>> finished = new HashMap<>();
        drafts.newest(LOOKED_THROUGH_MAX).forEach((request, all) -> {
            List<LetterDraft> whole = all.stream().filter(this::isWritten).toList();
            if (!whole.isEmpty()) finished.put(request, whole);
        });
        return finished;
    }

    private boolean isWritten(LetterDraft draft) {
        return writer.templates().of(draft.kind()).free().stream()
                .filter(TemplatePart.Free::isRequired)
                .noneMatch(part -> draft.free().getOrDefault(part.id(), "").isBlank());
    }

    LetterDraft draft(RequestId request, long id) {
        return drafts.draft(request.number(), id).orElseThrow(NoSuchLetter::new);
    }

    LetterDraft begin(RequestId id, LetterKind kind, Optional<Integer> corrects, Actor actor) {
        RecordsRequest request = requests.require(id, actor);
        corrects.ifPresent(number -> letters.require(id, number));
        if (drafts(id).size() >= DRAFTS_MAX)
            throw new LetterIsUnusable("A request has at most 50 drafts. Issue or put away some of them.");
        long draft = drafts.done(() -> drafts.add(
                id.number(), kind, addressee(request.requester()), corrects.orElse(null), actor, clock.instant()));
        return draft(id, draft);
    }

    LetterDraft change(RequestId request, long id, String addressee, Map<String, String> free) {
        LetterDraft draft = draft(request, id);
        Map<String, String> kept = new HashMap<>();
        for (TemplatePart.Free part : writer.templates().of(draft.kind()).free())
            kept.put(part.id(), bounded(free.getOrDefault(part.id(), ""), FREE_LENGTH_MAX));
        String to = bounded(addressee, ADDRESSEE_LENGTH_MAX);
        drafts.done(() -> {
            drafts.change(id, to, kept, clock.instant());
            return id;
        });
        return draft(request, id);
    }

    void putAway(RequestId request, long id) {
        draft(request, id);
        drafts.done(() -> drafts.end(id, clock.instant()));
    }

    /// The letter as it would be issued now.
    LetterText text(RequestId request, LetterDraft draft, Actor actor) {
        return writer.write(input(requests.require(request, actor), draft), actor);
    }

    /// The same as pages that say they are a draft, with what counsel has not verified marked.
    PaperFile preview(RequestId request, long id, Actor actor) throws IOException {
        LetterText text = text(request, draft(request, id), actor);
        String label = "Draft, " + text.reference();
        byte[] pdf = papers.print(LetterPaper.of(text, label, letterhead.now()).draft(), clock.instant())
                .pdf();
        return new PaperFile("draft-of-a-letter.pdf", "application/pdf", pdf);
    }

    /// Verifies the rows of law that a draft rests on, as counsel, so that whoever wrote it can issue it.
    void confirm(RequestId request, long id, Set<String> confirmed, Actor counsel) {
        letters.confirm(
                requests.require(request, counsel),
                text(request, draft(request, id), counsel).unverified(),
                confirmed,
                counsel);
    }

    /// Issues a draft: it gets a number, and is never changed again. `confirmed` are the rows of
    /// law whose words counsel says they have compared with the law; that verifies them. Throws
    /// [LawfulWordsNeedCounsel].
    synchronized IssuedLetter issue(RequestId id, long draftId, Set<String> confirmed, Actor actor) throws IOException {
        LetterDraft draft = draft(id, draftId);
        RecordsRequest request = requests.require(id, actor);
        IssuedLetter issued = letters.issue(input(request, draft), draft.corrects(), confirmed, actor);
        drafts.done(() -> drafts.end(draftId, clock.instant()));
        return issued;
    }

    private static LetterWriter.Input input(RecordsRequest request, LetterDraft draft) {
        return new LetterWriter.Input(request, draft.kind(), draft.addressee(), draft.free());
    }

    static String addressee(Requester requester) {
        return List.of(requester.isAnonymous() ? "" : requester.name(), requester.organisation(), requester.address())
                .stream()
                .filter(line -> !line.isBlank())
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    private static String bounded(String text, int lengthMax) {
        String kept = text.strip();
        if (kept.length() > lengthMax)
            throw new LetterIsUnusable("This is too long: at most %,d characters. Shorten it.".formatted(lengthMax));
        return kept;
    }
}
