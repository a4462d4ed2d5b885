package org.muniment.review;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RecordsRequest;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The only way an item changes: the act goes on the item's stack and into the audit trail, the
/// version grows by one, and whoever acts on an older version changes nothing.
@Component
final class ReviewPen {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReviewTable table;
    private final ReviewActs acts;
    private final ReviewCounts counts;
    private final Archive archive;
    private final AuditTrail audit;
    private final Timeline timeline;
    private final InstantSource clock;

    ReviewPen(WorkflowDatabase database, Archive archive, AuditTrail audit, Timeline timeline, InstantSource clock) {
        this.table = ReviewTable.in(database);
        this.acts = new ReviewActs(database);
        this.counts = new ReviewCounts(database);
        this.archive = archive;
        this.audit = audit;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// One press of a button by a reader: all its changes are undone together.
    record Press(RecordsRequest request, Reader reader, long batch) {}

    Press press(RecordsRequest request, Reader reader) {
        if (!request.status().isOpen())
            throw new ReviewIsMalformed(request.label() + " is closed. Reopen it to go on with its review.");
        return new Press(request, reader, acts.newBatch());
    }

    /// All or nothing, on disk on return.
    <T> T done(Supplier<T> work) {
        return table.done(work);
    }

    /// Writes the item's new state. Call it within [#done]. Throws [ItemChangedMeanwhile].
    ItemRow change(ItemRow item, int version, ItemState state, String what, Press press) {
        if (item.version() != version) throw changedMeanwhile(item);
        acts.add(item, press.batch(), what, press.reader().actor(), clock.instant());
        write(item, state, what, press);
        return table.item(item.request(), item.number()).orElseThrow();
    }

    /// Writes a decision. What counsel keeps back nobody but counsel decides: it is known from then on
    /// that counsel did. Call it within [#done]. Throws [ItemChangedMeanwhile].
    ItemRow decide(ItemRow item, int version, ItemState state, String what, Press press) {
        ItemRow changed = change(item, version, state, what, press);
        if (changed.keptBack()) counts.decidedByCounsel(changed);
        return changed;
    }

    /// Brings back what was before an act, which must be the item's last. Call it within [#done].
    ItemRow undo(ItemRow item, int version, ReviewActs.Done act, Press press) {
        if (item.version() != version) throw changedMeanwhile(item);
        acts.undone(act.id(), press.reader().actor(), clock.instant());
        write(item, ReviewTable.state(act.before()), "undid: " + act.what(), press);
        counts.notDecidedByCounsel(item);
        return table.item(item.request(), item.number()).orElseThrow();
    }

    private void write(ItemRow item, ItemState state, String what, Press press) {
        if (!table.change(item, state)) throw changedMeanwhile(item);
        audit.record(AuditEntry.reading(
                Act.REVIEWED,
                press.reader(),
                "item " + item.number() + " of " + press.request().label() + ": " + what,
                captures(item)));
    }

    private ItemChangedMeanwhile changedMeanwhile(ItemRow item) {
        return new ItemChangedMeanwhile(item.number(), acts.last(item.id()));
    }

    /// A line for those who follow the request. Single decisions are in the item's own history; the
    /// timeline has what concerns more than one item or more than one person.
    void tell(Press press, String sentence) {
        timeline.add(press.request().id(), press.reader().actor(), "review", sentence);
    }

    /// Tells of new items. Call it within [#done].
    void added(Press press, List<AccessionNumber> messages, int keptBack) {
        String what = "%,d messages added to the review%s"
                .formatted(
                        messages.size(),
                        keptBack == 0 ? "" : "; of these, %,d kept back by counsel".formatted(keptBack));
        audit.record(
                AuditEntry.reading(Act.REVIEWED, press.reader(), press.request().label() + ": " + what, messages));
        tell(press, what + ".");
    }

    /// Call it within [#done].
    void fileAdded(Press press, int number) {
        String what = "A file that is not mail was added as item " + number + ".";
        audit.record(
                AuditEntry.reading(Act.REVIEWED, press.reader(), press.request().label() + ": " + what, List.of()));
        tell(press, what);
    }

    /// Call it within [#done].
    void assigned(Press press, String what) {
        audit.record(
                AuditEntry.reading(Act.REVIEWED, press.reader(), press.request().label() + ": " + what, List.of()));
        tell(press, what);
    }

    /// Writes counsel's answer into the archive's log. Call it within [#done].
    void provable(ItemRow item, RecordsRequest request, ItemState.CounselAdvice advice) {
        archive.record(new LifecycleEvent(
                "review-counsel-answered",
                JSON.writeValueAsString(Map.of(
                        "request",
                        request.label(),
                        "item",
                        item.number(),
                        "matter",
                        item.matter(),
                        "advice",
                        advice))));
    }

    void opened(ItemRow item, RecordsRequest request, Reader reader, String how) {
        audit.record(AuditEntry.reading(
                Act.OPENED, reader, "item " + item.number() + " of " + request.label() + ", " + how, captures(item)));
    }

    void looked(Act act, Reader reader, String what, List<AccessionNumber> messages) {
        audit.record(AuditEntry.reading(act, reader, what, messages));
    }

    Optional<ReviewActs.Done> last(ItemRow item) {
        return acts.last(item.id());
    }

    List<ReviewActs.Done> history(ItemRow item, int limit) {
        return acts.of(item.id(), limit);
    }

    List<Integer> itemsOf(long batch, RecordsRequest request) {
        return acts.itemsOf(batch, request.id().number());
    }

    static List<AccessionNumber> captures(ItemRow item) {
        return switch (item.matter()) {
            case ReviewMatter.Mail mail -> List.of(mail.accession());
            case ReviewMatter.OtherFile file -> List.of();
        };
    }
}
