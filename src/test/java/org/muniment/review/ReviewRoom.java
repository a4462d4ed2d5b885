package org.muniment.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.access.Actor;
import org.muniment.access.Departments;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.detection.CandidateExemptions;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.privilege.CounselDesk;
import org.muniment.privilege.Quarantine;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestId;
import org.muniment.request.RequestRoom;
import org.muniment.review.DecisionDesk.Pressed;
import org.muniment.review.MarkDesk.MarkForm;
import org.muniment.review.MarkPlaces.MarkPlace;

/// A request with a review, and everything that keeps it, real, in a test's folder.
final class ReviewRoom implements AutoCloseable {
    static final Ground PERSONNEL = Ground.of("us-ct/exemption/1-210-b-2");

    final RequestRoom room;
    final CounselDesk counsel;
    final Verifications verifications;
    final ReviewMail mail;
    final ReviewPen pen;
    final ReviewDoor door;
    final DecisionDesk decisions;
    final MarkDesk marks;
    final SameTextDesk sameText;
    final ReviewReading reading;
    final ReviewFiles files;
    final AssignmentDesk assignments;
    final Reviews reviews;
    final ReviewTable table;
    final ForgottenItems forgotten;
    private final ReviewController list;
    private final CounselController queue;
    RecordsRequest request;

    ReviewRoom(Path folder) throws Exception {
        room = new RequestRoom(folder);
        room.database.sealedBy(new SecretKeySpec(new byte[32], "AES"));
        Departments departments = new Departments() {
            @Override
            public Set<String> participants(Set<Long> departments) {
                return Set.of("@police.city.example");
            }

            @Override
            public Set<String> everybody() {
                return Set.of("@city.example");
            }

            @Override
            public Set<String> domains() {
                return Set.of("city.example");
            }
        };
        Quarantine quarantine = Quarantine.in(room.database, departments);
        counsel = new CounselDesk(room.database, quarantine, room.archive, room.search, room.audit, room.clock());
        verifications = Verifications.in(room.database, LawBook.shipped(), room.archive, room.audit, room.clock());
        KeepingBack keeping = new KeepingBack(room.database, quarantine, room.search, RequestRoom.ZONE);
        ReviewLaw law = new ReviewLaw(LawBook.shipped(), verifications);
        mail = new ReviewMail(room.archive);
        pen = new ReviewPen(room.database, room.archive, room.audit, room.timeline, room.clock());
        door = new ReviewDoor(room.database, keeping);
        Relatives relatives = new Relatives(room.database, door, room.search, quarantine);
        decisions = new DecisionDesk(door, pen, law, relatives, room.clock());
        marks = new MarkDesk(door, pen, law, mail, room.clock());
        sameText = new SameTextDesk(room.database, door, mail, pen);
        var suggestions = new ReviewSuggestions(new CandidateExemptions(LawBook.shipped(), verifications), departments);
        forgotten = new ForgottenItems(room.database, mail, suggestions);
        reading = new ReviewReading(room.database, door, mail, law, pen, suggestions, room.requests);
        files = new ReviewFiles(room.database, room.archive, pen, room.clock());
        assignments = new AssignmentDesk(room.database, pen);
        reviews = new Reviews(room.database, room.requests, keeping, mail, law, pen, room.search, room.clock());
        table = ReviewTable.in(room.database);
        list = new ReviewController(room.requests, reviews, reading, door, law, pen, files, relatives);
        queue = new CounselController(room.database, keeping, room.requests);
        request = room.entered();
    }

    /// The review as it is read over HTTP.
    ReviewController list() {
        return list;
    }

    /// Counsel's queue as it is read over HTTP.
    CounselController queue() {
        return queue;
    }

    /// The marks of the whole review.
    RedactionMarks marks() {
        return reviews.marks(room.requests.known(id()), reviews.items(id()));
    }

    RequestId id() {
        return request.id();
    }

    /// Delivers a message and adds it; its item's number is returned.
    int item(String subject, String text) throws Exception {
        return item("ana@city.example", subject, text);
    }

    int item(String from, String subject, String text) throws Exception {
        long before = room.archive.size();
        room.deliver(from, "bob@else.example", subject, "Tue, 01 Sep 2026 09:00:00 -0400", text);
        List<AccessionNumber> arrived = LongStream.range(before, room.archive.size())
                .mapToObj(AccessionNumber::new)
                .toList();
        reviews.add(id(), arrived, RequestRoom.OFFICER);
        return table.lastNumber(id());
    }

    Reader officer() {
        return reader(RequestRoom.OFFICER);
    }

    Reader counselReads() {
        return reader(RequestRoom.COUNSEL);
    }

    Reader reader(Actor actor) {
        return room.requests.readerOf(id(), actor);
    }

    ItemRow row(int number) {
        return table.item(id(), number).orElseThrow();
    }

    Pressed decide(int number, ReviewDecision decision) {
        return decide(number, decision, Spread.THIS, officer());
    }

    Pressed decide(int number, ReviewDecision decision, Spread spread, Reader reader) {
        return decisions.decide(request, number, row(number).version(), Verdict.of(decision), spread, reader);
    }

    /// Marks the words where they first stand in the body.
    ItemRow mark(int number, String words) {
        return mark(number, words, PERSONNEL, officer());
    }

    ItemRow mark(int number, String words, Ground ground, Reader reader) {
        ItemRow row = row(number);
        String body = body(number);
        int at = body.codePointCount(0, body.indexOf(words));
        MarkPlace place = new MarkPlace("1", at, at + words.codePointCount(0, words.length()));
        return marks.add(
                request,
                number,
                row.version(),
                List.of(new MarkForm(place, ground, "", PlaceMark.Origin.SELECTED)),
                reader);
    }

    String body(int number) {
        AccessionNumber message = ((ReviewMatter.Mail) row(number).matter()).accession();
        return MarkPlaces.passage(mail.passages(message), "1").text();
    }

    /// What is kept back from now on.
    void keepBack(String domain) {
        counsel.keepBackDomain(domain, "counsel", RequestRoom.COUNSEL);
    }

    List<ReviewDecision.Kind> decided() {
        List<ReviewDecision.Kind> all = new ArrayList<>();
        for (ReviewItem item : reviews.items(id())) all.add(item.decision().kind());
        return all;
    }

    static ReviewDecision.Withhold withhold(Ground... grounds) {
        return new ReviewDecision.Withhold(List.of(grounds), "A medical file of an employee.");
    }

    @Override
    public void close() throws IOException {
        room.close();
    }
}
