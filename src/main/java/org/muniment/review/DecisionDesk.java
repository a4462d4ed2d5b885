package org.muniment.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewPen.Press;
import org.springframework.stereotype.Component;

/// Where items are decided, one by one or all that belong together, and where it is undone.
@Component
final class DecisionDesk {
    private final ReviewDoor door;
    private final ReviewPen pen;
    private final ReviewLaw law;
    private final Relatives relatives;
    private final InstantSource clock;

    DecisionDesk(ReviewDoor door, ReviewPen pen, ReviewLaw law, Relatives relatives, InstantSource clock) {
        this.door = door;
        this.pen = pen;
        this.law = law;
        this.relatives = relatives;
        this.clock = clock;
    }

    /// What one press did.
    ///
    /// @param changed numbers of the items, that of the one decided first
    /// @param left how many were left as they are: decided already, or not this person's
    record Pressed(long batch, List<Integer> changed, int left) {}

    /// Decides an item and, if asked, all its undecided relatives the actor may decide. Throws
    /// [ItemChangedMeanwhile].
    Pressed decide(RecordsRequest request, int number, int version, Verdict wanted, Spread spread, Reader reader) {
        Actor actor = reader.actor();
        ItemRow item = door.open(request.id(), number, actor);
        ReviewDecision decision = asked(wanted, request, actor);
        if (spread != Spread.THIS && decision instanceof ReviewDecision.Redact)
            throw new ReviewIsMalformed("Each item has its own marks: decide \"redact\" item by item.");
        List<ItemRow> others = spread == Spread.THIS ? List.of() : relatives.of(item, spread, actor);
        Press press = pen.press(request, reader);
        return pen.done(() -> {
            List<Integer> changed = new ArrayList<>();
            decide(item, version, decision, press);
            changed.add(number);
            int left = 0;
            for (ItemRow other : others) {
                if (!mayFollow(other, decision, actor)) left++;
                else changed.add(decide(other, other.version(), decision, press).number());
            }
            if (changed.size() > 1) pen.tell(press, changed.size() + " items " + told(decision, request) + ".");
            else if (decision instanceof ReviewDecision.Referred)
                pen.tell(press, "Item " + number + " " + told(decision, request) + ".");
            return new Pressed(press.batch(), changed, left);
        });
    }

    private ReviewDecision asked(Verdict wanted, RecordsRequest request, Actor actor) {
        Verdict signed =
                new Verdict(wanted.kind(), wanted.grounds(), wanted.text(), wanted.dueOn(), Optional.of(actor.name()));
        ReviewDecision decision = signed.decision();
        if (decision instanceof ReviewDecision.Withhold withhold)
            withhold.grounds().forEach(ground -> law.require(ground, request));
        return decision;
    }

    private static boolean mayFollow(ItemRow other, ReviewDecision decision, Actor actor) {
        if (other.state().verdict().kind() != ReviewDecision.Kind.UNDECIDED) return false;
        if (isLettingGo(decision) && isPrivilegedFor(other.state(), actor)) return false;
        return !(decision instanceof ReviewDecision.Release)
                || other.state().marks().isEmpty();
    }

    private ItemRow decide(ItemRow item, int version, ReviewDecision decision, Press press) {
        Actor actor = press.reader().actor();
        ItemState before = item.state();
        if (isLettingGo(decision) && isPrivilegedFor(before, actor)) throw OnlyCounselOverrides.ofPrivilege();
        requireFits(item, decision);
        ItemState after = before.decided(decision);
        if (decision instanceof ReviewDecision.Redact)
            after = after.withMarks(
                    before.marks().stream().map(PlaceMark::asFinal).toList());
        law.keepMandatory(before, after, actor, press.request());
        return pen.decide(item, version, after, told(decision, press.request()), press);
    }

    private static void requireFits(ItemRow item, ReviewDecision decision) {
        boolean isMarked = !item.state().marks().isEmpty();
        if (decision instanceof ReviewDecision.Redact && item.matter() instanceof ReviewMatter.OtherFile)
            throw new ReviewIsMalformed("A file that is not mail is released or withheld whole.");
        if (decision instanceof ReviewDecision.Redact && !isMarked)
            throw new ReviewIsMalformed("Nothing is marked yet. Mark what is to be withheld (m), then redact.");
        if (decision instanceof ReviewDecision.Release && isMarked)
            throw new ReviewIsMalformed("The item has marks. Redact it (3), or take the marks away first.");
    }

    private static boolean isLettingGo(ReviewDecision decision) {
        return decision instanceof ReviewDecision.Release || decision instanceof ReviewDecision.Redact;
    }

    private static boolean isPrivilegedFor(ItemState state, Actor actor) {
        return !actor.is(Role.COUNSEL) && state.isPrivileged();
    }

    /// Takes the last act on an item back; repeated, the one before it.
    ItemRow undo(RecordsRequest request, int number, int version, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        Press press = pen.press(request, reader);
        return pen.done(() -> undo(item, version, pen.last(item).orElseThrow(NothingToUndo::new), press));
    }

    private ItemRow undo(ItemRow item, int version, ReviewActs.Done act, Press press) {
        Actor actor = press.reader().actor();
        ItemState before = ReviewTable.state(act.before());
        keepCounselsWord(item.state(), before, actor);
        boolean isOwn = act.byNumber() == actor.person().number();
        if (!isOwn) {
            law.keepMandatory(item.state(), before, actor, press.request());
            if (isLettingGo(before.verdict().decision()) && isPrivilegedFor(before, actor))
                throw OnlyCounselOverrides.ofPrivilege();
        }
        return pen.undo(item, version, act, press);
    }

    private static void keepCounselsWord(ItemState now, ItemState then, Actor actor) {
        if (!actor.is(Role.COUNSEL) && !now.advice().equals(then.advice())) throw OnlyCounselOverrides.ofAnswer();
    }

    /// Takes back what one press did, wherever it is still the last thing done.
    Pressed undoAll(RecordsRequest request, long batch, Reader reader) {
        List<Integer> numbers = pen.itemsOf(batch, request);
        if (numbers.isEmpty()) throw new NothingToUndo();
        Press press = pen.press(request, reader);
        List<ItemRow> items = numbers.stream()
                .map(number -> door.open(request.id(), number, reader.actor()))
                .toList();
        return pen.done(() -> {
            List<Integer> changed = new ArrayList<>();
            for (ItemRow item : items) {
                Optional<ReviewActs.Done> last = pen.last(item).filter(act -> act.batch() == batch);
                last.ifPresent(act ->
                        changed.add(undo(item, item.version(), act, press).number()));
            }
            if (changed.size() > 1) pen.tell(press, changed.size() + " items: undone what was done to them at once.");
            return new Pressed(press.batch(), changed, numbers.size() - changed.size());
        });
    }

    /// Counsel answers and gives the item back, undecided.
    ItemRow advise(RecordsRequest request, int number, int version, CounselAnswer given, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        if (!(item.state().verdict().decision() instanceof ReviewDecision.Referred referred))
            throw new ReviewIsMalformed(
                    "Item " + number + " waits for no answer of counsel. It may have been taken back.");
        ItemState.CounselAdvice advice = new ItemState.CounselAdvice(
                referred.question(),
                Written.required(given.answer(), "Answer in a sentence: it goes back to whoever asked."),
                given.isPrivileged(),
                reader.actor().name(),
                clock.instant());
        Press press = pen.press(request, reader);
        return pen.done(() -> {
            String what = "counsel answered: " + (given.isPrivileged() ? "privileged" : "not privileged");
            ItemRow changed = pen.change(item, version, item.state().advised(advice), what, press);
            pen.provable(changed, request, advice);
            pen.tell(press, "Counsel answered about item " + number + " and gave it back.");
            return changed;
        });
    }

    record CounselAnswer(String answer, boolean isPrivileged) {}

    private String told(ReviewDecision decision, RecordsRequest request) {
        return switch (decision) {
            case ReviewDecision.Undecided it -> "made undecided";
            case ReviewDecision.Referred it -> "referred to counsel, due " + it.dueOn();
            case ReviewDecision.NotResponsive it -> "decided: not responsive";
            case ReviewDecision.Release it -> "decided: release";
            case ReviewDecision.Redact it -> "decided: redact";
            case ReviewDecision.Withhold it ->
                "decided: withhold under "
                        + it.grounds().stream()
                                .map(ground -> law.label(ground, request))
                                .distinct()
                                .collect(Collectors.joining(", "));
        };
    }
}
