package org.muniment.correspondence;

import java.io.IOException;
import java.util.List;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.correspondence.LetterPiece.CitedRow;
import org.muniment.correspondence.LettersController.DraftChange;
import org.muniment.correspondence.LettersController.LetterIssue;
import org.muniment.correspondence.LettersController.NewDraft;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Letters in work over HTTP.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
@RequestMapping(path = "/api/requests/{id}/letters/drafts")
class LetterDraftsController {
    private final LetterDesk desk;
    private final RecordsRequests requests;

    LetterDraftsController(LetterDesk desk, RecordsRequests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /// A draft, the letter it would be now, what is still to be written, and what counsel has to confirm.
    record DraftView(LetterDraft draft, LetterText text, List<String> missing, List<CitedRow> unverified) {}

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    DraftView begin(@PathVariable long id, @RequestBody NewDraft letter, Actor actor) {
        RequestId request = new RequestId(id);
        return view(request, desk.begin(request, letter.kind(), letter.corrects(), actor), actor);
    }

    @GetMapping(path = "/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
    DraftView draft(@PathVariable long id, @PathVariable long draft, Actor actor) {
        RequestId request = seen(id, actor);
        return view(request, desk.draft(request, draft), actor);
    }

    @PutMapping(path = "/{draft}", produces = MediaType.APPLICATION_JSON_VALUE)
    DraftView change(@PathVariable long id, @PathVariable long draft, @RequestBody DraftChange change, Actor actor) {
        RequestId request = seen(id, actor);
        return view(request, desk.change(request, draft, change.addressee(), change.free()), actor);
    }

    /// The draft as pages, as a download.
    @GetMapping(path = "/{draft}/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> preview(@PathVariable long id, @PathVariable long draft, Actor actor) throws IOException {
        return LettersController.download(desk.preview(seen(id, actor), draft, actor));
    }

    /// Counsel says that the named rows of law are what the law says: they are verified.
    @Allowed(Role.COUNSEL)
    @PostMapping(path = "/{draft}/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    DraftView confirm(
            @PathVariable long id, @PathVariable long draft, @RequestBody LetterIssue confirmed, Actor actor) {
        RequestId request = seen(id, actor);
        desk.confirm(request, draft, confirmed.confirmed(), actor);
        return view(request, desk.draft(request, draft), actor);
    }

    @PostMapping(path = "/{draft}/issue", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    IssuedLetter issue(@PathVariable long id, @PathVariable long draft, @RequestBody LetterIssue issue, Actor actor)
            throws IOException {
        return desk.issue(seen(id, actor), draft, issue.confirmed(), actor);
    }

    @PostMapping("/{draft}/put-away")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void putAway(@PathVariable long id, @PathVariable long draft, Actor actor) {
        desk.putAway(seen(id, actor), draft);
    }

    private RequestId seen(long id, Actor actor) {
        return requests.require(new RequestId(id), actor).id();
    }

    private DraftView view(RequestId request, LetterDraft draft, Actor actor) {
        LetterText text = desk.text(request, draft, actor);
        return new DraftView(draft, text, text.missing(), text.unverified());
    }
}
