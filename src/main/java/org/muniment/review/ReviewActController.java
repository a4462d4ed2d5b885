package org.muniment.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.review.DecisionDesk.CounselAnswer;
import org.muniment.review.DecisionDesk.Pressed;
import org.muniment.review.MarkDesk.MarkAt;
import org.muniment.review.MarkDesk.MarkForm;
import org.muniment.review.ReviewViews.ReviewItemView;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A review over HTTP, for deciding and marking. Each act says which version of the item it was
/// decided on.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
@RequestMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}/review", produces = MediaType.APPLICATION_JSON_VALUE)
class ReviewActController {
    private final RecordsRequests requests;
    private final DecisionDesk decisions;
    private final MarkDesk marks;
    private final SameTextDesk sameText;
    private final ReviewReading reading;
    private final ReviewFiles files;
    private final AssignmentDesk assignments;

    ReviewActController(
            RecordsRequests requests,
            DecisionDesk decisions,
            MarkDesk marks,
            SameTextDesk sameText,
            ReviewReading reading,
            ReviewFiles files,
            AssignmentDesk assignments) {
        this.requests = requests;
        this.decisions = decisions;
        this.marks = marks;
        this.sameText = sameText;
        this.reading = reading;
        this.files = files;
        this.assignments = assignments;
    }

    record DecideForm(int version, Verdict verdict, Spread spread) {}

    record MarksForm(int version, List<MarkForm> marks) {}

    record MarkChangeForm(int version, MarkForm mark) {}

    record PlacesForm(List<MarkAt> places) {}

    record ReviewUndoForm(int version) {}

    record DismissForm(int version, String key, String reason) {}

    record CounselAnswerForm(int version, CounselAnswer answer) {}

    /// @param person whose the items are to be; absent takes them back
    record ReviewAssignForm(int from, int to, Optional<Long> person) {}

    record ReviewAssigned(int items) {}

    @PostMapping("/items/{number}/decision")
    Pressed decide(@PathVariable long id, @PathVariable int number, @RequestBody DecideForm form, Reader reader) {
        return decisions.decide(request(id, reader), number, form.version(), form.verdict(), form.spread(), reader);
    }

    @PostMapping("/items/{number}/undo")
    ReviewItemView undo(
            @PathVariable long id, @PathVariable int number, @RequestBody ReviewUndoForm form, Reader reader) {
        RecordsRequest request = request(id, reader);
        return reading.view(request, decisions.undo(request, number, form.version(), reader), reader);
    }

    @PostMapping("/presses/{batch}/undo")
    Pressed undoAll(@PathVariable long id, @PathVariable long batch, Reader reader) {
        return decisions.undoAll(request(id, reader), batch, reader);
    }

    @PostMapping("/items/{number}/answer")
    @Allowed(Role.COUNSEL)
    ReviewItemView answer(
            @PathVariable long id, @PathVariable int number, @RequestBody CounselAnswerForm form, Reader reader) {
        RecordsRequest request = request(id, reader);
        return reading.view(request, decisions.advise(request, number, form.version(), form.answer(), reader), reader);
    }

    @PostMapping("/items/{number}/marks")
    ReviewItemView mark(@PathVariable long id, @PathVariable int number, @RequestBody MarksForm form, Reader reader) {
        RecordsRequest request = request(id, reader);
        return reading.view(request, marks.add(request, number, form.version(), form.marks(), reader), reader);
    }

    @PutMapping("/items/{number}/marks/{mark}")
    ReviewItemView changeMark(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int mark,
            @RequestBody MarkChangeForm form,
            Reader reader) {
        RecordsRequest request = request(id, reader);
        return reading.view(request, marks.change(request, number, form.version(), mark, form.mark(), reader), reader);
    }

    @DeleteMapping("/items/{number}/marks/{mark}")
    ReviewItemView removeMark(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int mark,
            @RequestParam int version,
            Reader reader) {
        RecordsRequest request = request(id, reader);
        return reading.view(request, marks.remove(request, number, version, mark, reader), reader);
    }

    /// Where the marked text stands elsewhere, in the items after a number; nothing is marked.
    @GetMapping("/items/{number}/marks/{mark}/elsewhere")
    SameTextDesk.ElsewherePage elsewhere(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable int mark,
            @RequestParam(defaultValue = "0") int after,
            Reader reader) {
        return sameText.look(request(id, reader), number, mark, after, reader);
    }

    /// Marks, as drafts, the places that somebody ticked.
    @PostMapping("/marks")
    Pressed markAll(@PathVariable long id, @RequestBody PlacesForm form, Reader reader) {
        return marks.addAll(request(id, reader), form.places(), reader);
    }

    @PostMapping("/items/{number}/suggestions/dismiss")
    ReviewItemView dismiss(
            @PathVariable long id, @PathVariable int number, @RequestBody DismissForm form, Reader reader) {
        RecordsRequest request = request(id, reader);
        return reading.view(
                request, marks.dismiss(request, number, form.version(), form.key(), form.reason(), reader), reader);
    }

    @PostMapping("/assignments")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    ReviewAssigned assign(@PathVariable long id, @RequestBody ReviewAssignForm form, Reader reader) {
        return new ReviewAssigned(
                assignments.assign(request(id, reader), form.from(), form.to(), form.person(), reader));
    }

    /// Adds a file that is not mail; the body is its bytes.
    @PostMapping(path = "/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    @ResponseStatus(HttpStatus.CREATED)
    ReviewViews.ReviewLine addFile(@PathVariable long id, @RequestParam String name, InputStream bytes, Reader reader)
            throws IOException {
        return ReviewViews.ReviewLine.of(files.add(request(id, reader), name, bytes, reader), true);
    }

    private RecordsRequest request(long id, Reader reader) {
        return requests.require(new RequestId(id), reader.actor());
    }
}
