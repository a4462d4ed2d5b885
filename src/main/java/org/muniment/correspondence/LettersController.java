package org.muniment.correspondence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.alarm.MailRelay;
import org.muniment.production.PaperFile;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.review.Reviews;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Issued and incoming letters over HTTP.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
@RequestMapping(path = "/api/requests/{id}/letters")
class LettersController {
    private final LetterDesk desk;
    private final Letters letters;
    private final LetterPost post;
    private final RecordsRequests requests;
    private final MailRelay relay;
    private final Reviews reviews;

    LettersController(
            LetterDesk desk,
            Letters letters,
            LetterPost post,
            RecordsRequests requests,
            MailRelay relay,
            Reviews reviews) {
        this.desk = desk;
        this.letters = letters;
        this.post = post;
        this.requests = requests;
        this.relay = relay;
        this.reviews = reviews;
    }

    record TemplateLine(LetterKind kind, String name, String purpose) {}

    /// @param fitting the letter that fits now
    /// @param email where letters can be mailed to
    /// @param mailedFrom whom letters come from; absent where no relay is set, so that none can be mailed
    record LettersOfRequest(
            List<TemplateLine> templates,
            Optional<FittingLetter> fitting,
            List<LetterDraft> drafts,
            List<IssuedLetter> issued,
            List<IncomingLetter> incoming,
            Optional<String> email,
            Optional<String> mailedFrom) {}

    record LetterHandedOver(Dispatch.Way way, LocalDate on, String note) {}

    record NewIncoming(Dispatch.Way way, LocalDate receivedOn, String from, String about, String words) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    LettersOfRequest all(@PathVariable long id, Actor actor) throws IOException {
        RequestId number = new RequestId(id);
        RecordsRequest request = requests.require(number, actor);
        List<IssuedLetter> issued = letters.issued(number);
        return new LettersOfRequest(
                desk.templates().stream()
                        .map(one -> new TemplateLine(one.kind(), one.name(), one.purpose()))
                        .toList(),
                FittingLetter.of(request, reviews.progress(number), issued),
                desk.drafts(number),
                issued,
                post.incoming(number),
                Optional.of(request.requester().email()).filter(email -> !email.isEmpty()),
                relay.from());
    }

    /// An issued letter, as a download.
    @GetMapping(path = "/{number}/file", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable int number, Actor actor) {
        requests.require(new RequestId(id), actor);
        return download(letters.file(new RequestId(id), number));
    }

    @PostMapping(path = "/{number}/mail", produces = MediaType.APPLICATION_JSON_VALUE)
    IssuedLetter mail(@PathVariable long id, @PathVariable int number, Actor actor) {
        return post.mail(new RequestId(id), number, actor);
    }

    @PostMapping(path = "/{number}/handed-over", produces = MediaType.APPLICATION_JSON_VALUE)
    IssuedLetter handedOver(
            @PathVariable long id, @PathVariable int number, @RequestBody LetterHandedOver how, Actor actor) {
        return post.handedOver(new RequestId(id), number, how.way(), how.on(), how.note(), actor);
    }

    @PostMapping("/incoming")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void log(@PathVariable long id, @RequestBody NewIncoming letter, Actor actor) {
        post.log(
                new RequestId(id),
                letter.way(),
                letter.receivedOn(),
                letter.from(),
                letter.about(),
                letter.words(),
                actor);
    }

    static ResponseEntity<byte[]> download(PaperFile file) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.bytes());
    }

    /// What a draft's owner wrote, by the part's id.
    record DraftChange(String addressee, Map<String, String> free) {}

    record NewDraft(LetterKind kind, Optional<Integer> corrects) {}

    /// @param confirmed ids of the rows of law whose words counsel has compared with the law
    record LetterIssue(Set<String> confirmed) {}
}
