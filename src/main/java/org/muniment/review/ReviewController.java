package org.muniment.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.review.ReviewViews.ReviewItemView;
import org.muniment.review.ReviewViews.ReviewLine;
import org.muniment.review.ReviewViews.ReviewList;
import org.muniment.review.ReviewViews.ReviewOverview;
import org.muniment.review.ReviewViews.ReviewPerson;
import org.muniment.review.ReviewViews.ReviewPreview;
import org.muniment.review.ReviewViews.ReviewRelatives;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A review over HTTP, for reading: how far it is, its list, one item, and what the requester will
/// see of it.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
@RequestMapping("/api/requests/{id:[1-9]\\d{0,17}}/review")
class ReviewController {
    private static final int LINES_MAX = 200;

    private final RecordsRequests requests;
    private final Reviews reviews;
    private final ReviewReading reading;
    private final ReviewDoor door;
    private final ReviewLaw law;
    private final ReviewPen pen;
    private final ReviewFiles files;
    private final Relatives relatives;

    ReviewController(
            RecordsRequests requests,
            Reviews reviews,
            ReviewReading reading,
            ReviewDoor door,
            ReviewLaw law,
            ReviewPen pen,
            ReviewFiles files,
            Relatives relatives) {
        this.requests = requests;
        this.reviews = reviews;
        this.reading = reading;
        this.door = door;
        this.law = law;
        this.pen = pen;
        this.files = files;
        this.relatives = relatives;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ReviewOverview overview(@PathVariable long id, Reader reader) {
        RecordsRequest request = request(id, reader);
        return new ReviewOverview(
                request.label(),
                request.status().isOpen(),
                reviews.progress(request.id()),
                law.menu(request),
                request.reviewers().stream()
                        .map(one -> new ReviewPerson(one.person().number(), one.name()))
                        .toList(),
                KeepingBack.seesAll(reader.actor()),
                ReviewDoor.reachesAll(reader.actor()));
    }

    /// The items after a number that the filter lets through, in order; at most 200.
    @GetMapping(path = "/items", produces = MediaType.APPLICATION_JSON_VALUE)
    ReviewList items(
            @PathVariable long id,
            @RequestParam(defaultValue = "ALL") ItemFilter.Which show,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "100") int limit,
            Reader reader) {
        RecordsRequest request = request(id, reader);
        boolean onlyMine = mine || !ReviewDoor.reachesAll(reader.actor());
        ItemFilter filter = new ItemFilter(
                show,
                words,
                onlyMine ? Optional.of(reader.actor().person().number()) : Optional.empty(),
                KeepingBack.seesAll(reader.actor()));
        int size = Math.clamp(limit, 1, LINES_MAX);
        ReviewDoor.ItemPage listed = door.page(request.id(), filter, after, size + 1, reader.actor());
        List<ItemRow> found = listed.items();
        List<ItemRow> page = found.subList(0, Math.min(size, found.size()));
        List<ReviewLine> lines = new ArrayList<>();
        List<AccessionNumber> read = new ArrayList<>();
        for (ItemRow item : page) {
            boolean mayRead = door.mayRead(item, reader.actor());
            lines.add(ReviewLine.of(item, mayRead));
            if (mayRead) read.addAll(ReviewPen.captures(item));
        }
        pen.looked(
                Act.SEARCHED,
                reader,
                "the list of the review of %s, %d items".formatted(request.label(), lines.size()),
                read);
        Optional<Integer> next =
                found.size() > size ? Optional.of(page.getLast().number()) : Optional.empty();
        return new ReviewList(lines, listed.total(), next);
    }

    @GetMapping(path = "/items/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ReviewItemView item(@PathVariable long id, @PathVariable int number, Reader reader) {
        return reading.open(request(id, reader), number, reader);
    }

    @GetMapping(path = "/items/{number}/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    ReviewPreview preview(@PathVariable long id, @PathVariable int number, Reader reader) {
        return reading.preview(request(id, reader), number, reader);
    }

    /// The undecided items that one decision could go for too.
    @GetMapping(path = "/items/{number}/relatives", produces = MediaType.APPLICATION_JSON_VALUE)
    ReviewRelatives relatives(@PathVariable long id, @PathVariable int number, Reader reader) {
        ItemRow item = door.open(request(id, reader).id(), number, reader.actor());
        return new ReviewRelatives(undecided(item, Spread.THREAD, reader), undecided(item, Spread.IDENTICAL, reader));
    }

    private List<Integer> undecided(ItemRow item, Spread spread, Reader reader) {
        return relatives.of(item, spread, reader.actor()).stream()
                .filter(other -> other.state().verdict().kind() == ReviewDecision.Kind.UNDECIDED)
                .map(ItemRow::number)
                .toList();
    }

    /// A file that is not mail, byte for byte; never shown by the browser itself.
    @GetMapping(path = "/items/{number}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void file(@PathVariable long id, @PathVariable int number, Reader reader, HttpServletResponse response)
            throws IOException {
        RecordsRequest request = request(id, reader);
        ItemRow item = door.open(request.id(), number, reader.actor());
        if (!(item.matter() instanceof ReviewMatter.OtherFile file))
            throw new ReviewIsMalformed("Item " + number + " is a message: open it.");
        pen.looked(Act.DOWNLOADED, reader, "the file of item " + number + " of " + request.label(), List.of());
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(file.sizeBytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        files.copy(file, response.getOutputStream());
    }

    private RecordsRequest request(long id, Reader reader) {
        return requests.require(new RequestId(id), reader.actor());
    }
}
