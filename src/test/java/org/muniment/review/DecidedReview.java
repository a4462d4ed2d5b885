package org.muniment.review;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.muniment.access.Reader;
import org.muniment.forgetting.Forgets;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestRoom;

/// A request's review for the tests of packages above: items are added, decided and marked in one call each.
public final class DecidedReview implements AutoCloseable {
    public static final Ground PERSONNEL = ReviewRoom.PERSONNEL;
    public static final Ground ADVICE = new Ground("us-ct/exemption/1-210-b-10", "attorney and client");

    private final ReviewRoom room;

    public DecidedReview(Path folder) throws Exception {
        room = new ReviewRoom(folder);
    }

    public RequestRoom room() {
        return room.room;
    }

    public Reviews reviews() {
        return room.reviews;
    }

    public Forgets forgets() {
        return room.forgotten;
    }

    public ReviewFiles files() {
        return room.files;
    }

    public Verifications verifications() {
        return room.verifications;
    }

    public RecordsRequest request() {
        return room.room.requests.known(room.id());
    }

    public Reader officer() {
        return room.officer();
    }

    /// A message that nobody has decided about.
    public int undecided(String subject, String text) throws Exception {
        return room.item(subject, text);
    }

    public int released(String subject, String text) throws Exception {
        int item = undecided(subject, text);
        room.decide(item, new ReviewDecision.Release());
        return item;
    }

    public int redacted(String subject, String text, String words) throws Exception {
        int item = undecided(subject, text);
        room.mark(item, words);
        room.decide(item, new ReviewDecision.Redact());
        return item;
    }

    public int withheld(String subject, String text, String reason) throws Exception {
        int item = undecided(subject, text);
        room.decide(item, new ReviewDecision.Withhold(List.of(PERSONNEL), reason));
        return item;
    }

    public int notResponsive(String subject, String text) throws Exception {
        int item = undecided(subject, text);
        room.decide(item, new ReviewDecision.NotResponsive());
        return item;
    }

    /// Kept back by counsel's quarantine, and withheld by counsel.
    public int keptBack(String subject, String text) throws Exception {
        room.keepBack("law.example");
        int item = room.item("partner@law.example", subject, text);
        var withheld = new ReviewDecision.Withhold(List.of(ADVICE), "Counsel's advice on the claim of Quorra.");
        room.decide(item, withheld, Spread.THIS, room.counselReads());
        return item;
    }

    /// Counsel keeps back the mail of a domain from now on.
    public void keepBack(String domain) throws Exception {
        room.keepBack(domain);
    }

    /// From this sender, with words of it withheld.
    public int redacted(String from, String subject, String text, String words) throws Exception {
        int item = room.item(from, subject, text);
        room.mark(item, words);
        room.decide(item, new ReviewDecision.Redact());
        return item;
    }

    /// What the review shows of an item's body.
    public String body(int item) {
        return room.body(item);
    }

    /// A file that is not mail, released as it is.
    public int file(String name, String content) throws IOException {
        var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        int item = room.files.add(request(), name, bytes, room.officer()).number();
        room.decide(item, new ReviewDecision.Release());
        return item;
    }

    public void decide(int item, ReviewDecision decision) {
        room.decide(item, decision);
    }

    public void decideAsCounsel(int item, ReviewDecision decision) {
        room.decide(item, decision, Spread.THIS, room.counselReads());
    }

    /// A mark that was made and not made final.
    public void draft(int item, String words) {
        room.mark(item, words);
    }

    @Override
    public void close() throws IOException {
        room.close();
    }
}
