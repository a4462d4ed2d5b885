package org.muniment.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.muniment.access.Reader;
import org.muniment.rendition.Passage;
import org.muniment.request.RecordsRequest;
import org.muniment.review.MarkPlaces.MarkPlace;
import org.muniment.review.ReviewPen.Press;
import org.springframework.stereotype.Component;

/// Where text is marked, and marks are changed and taken away. A new mark is a draft until the item
/// is redacted.
@Component
final class MarkDesk {
    private static final int MARKS_OF_ITEM_MAX = 2_000;

    private final ReviewDoor door;
    private final ReviewPen pen;
    private final ReviewLaw law;
    private final ReviewMail mail;
    private final InstantSource clock;

    MarkDesk(ReviewDoor door, ReviewPen pen, ReviewLaw law, ReviewMail mail, InstantSource clock) {
        this.door = door;
        this.pen = pen;
        this.law = law;
        this.mail = mail;
        this.clock = clock;
    }

    /// What to withhold where, and why.
    record MarkForm(MarkPlace place, Ground ground, String basis, PlaceMark.Origin origin) {}

    /// What to mark in one of several items.
    record MarkAt(int item, MarkForm form) {}

    ItemRow add(RecordsRequest request, int number, int version, List<MarkForm> forms, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        Press press = pen.press(request, reader);
        return pen.done(
                () -> pen.change(item, version, marked(item, forms, press), "marked " + times(forms.size()), press));
    }

    /// Marks in several items at once, each as it stands now: the marks are drafts, to be looked at
    /// one by one.
    DecisionDesk.Pressed addAll(RecordsRequest request, List<MarkAt> places, Reader reader) {
        if (places.isEmpty()) throw new ReviewIsMalformed("Tick at least one place.");
        Press press = pen.press(request, reader);
        List<ItemRow> items = places.stream()
                .map(MarkAt::item)
                .distinct()
                .sorted()
                .map(number -> door.open(request.id(), number, reader.actor()))
                .toList();
        return pen.done(() -> {
            List<Integer> changed = new ArrayList<>();
            for (ItemRow item : items) {
                List<MarkForm> forms = places.stream()
                        .filter(place -> place.item() == item.number())
                        .map(MarkAt::form)
                        .toList();
                pen.change(
                        item,
                        item.version(),
                        marked(item, forms, press),
                        "marked " + times(forms.size()) + " (the same text)",
                        press);
                changed.add(item.number());
            }
            pen.tell(press, "The same text was marked, as drafts, in " + changed.size() + " more items.");
            return new DecisionDesk.Pressed(press.batch(), changed, 0);
        });
    }

    private static String times(int marks) {
        return marks == 1 ? "a place" : marks + " places";
    }

    private ItemState marked(ItemRow item, List<MarkForm> forms, Press press) {
        List<Passage> passages = passages(item);
        ItemState state = item.state();
        for (MarkForm form : forms) {
            law.require(form.ground(), press.request());
            MarkPlace place = widened(passages, form.place());
            if (state.marks().stream()
                    .anyMatch(mark -> mark.isAt(place.part(), place.from(), place.to())
                            && mark.ground().equals(form.ground()))) continue;
            if (state.marks().size() >= MARKS_OF_ITEM_MAX)
                throw new ReviewIsMalformed(
                        "An item takes at most %,d marks: withhold it whole.".formatted(MARKS_OF_ITEM_MAX));
            state = state.marked(new PlaceMark(
                    state.marksMade() + 1,
                    place.part(),
                    place.from(),
                    place.to(),
                    form.ground(),
                    form.basis(),
                    true,
                    form.origin(),
                    press.reader().actor().person().number(),
                    press.reader().actor().name(),
                    clock.instant()));
        }
        if (state.marksMade() == item.state().marksMade())
            throw new ReviewIsMalformed("This text is marked so already.");
        return state;
    }

    private static MarkPlace widened(List<Passage> passages, MarkPlace place) {
        return MarkPlaces.widened(MarkPlaces.passage(passages, place.part()), place.from(), place.to());
    }

    private List<Passage> passages(ItemRow item) {
        return switch (item.matter()) {
            case ReviewMatter.Mail message -> mail.passages(message.accession());
            case ReviewMatter.OtherFile file ->
                throw new ReviewIsMalformed("A file that is not mail cannot be marked: release or withhold it whole.");
        };
    }

    /// Gives a mark another place, ground or basis; it is a draft again.
    ItemRow change(RecordsRequest request, int number, int version, int mark, MarkForm form, Reader reader) {
        law.require(form.ground(), request);
        return edit(request, number, version, mark, "changed a mark", reader, old -> {
            MarkPlace place = widened(passages(door.open(request.id(), number, reader.actor())), form.place());
            return new PlaceMark(
                    old.number(),
                    place.part(),
                    place.from(),
                    place.to(),
                    form.ground(),
                    form.basis(),
                    true,
                    old.origin(),
                    reader.actor().person().number(),
                    reader.actor().name(),
                    clock.instant());
        });
    }

    private ItemRow edit(
            RecordsRequest request,
            int number,
            int version,
            int mark,
            String what,
            Reader reader,
            UnaryOperator<PlaceMark> change) {
        return withMarks(
                request,
                number,
                version,
                mark,
                what,
                reader,
                marks -> marks.stream()
                        .map(old -> old.number() == mark ? change.apply(old) : old)
                        .toList());
    }

    ItemRow remove(RecordsRequest request, int number, int version, int mark, Reader reader) {
        return withMarks(
                request,
                number,
                version,
                mark,
                "took a mark away",
                reader,
                marks -> marks.stream().filter(old -> old.number() != mark).toList());
    }

    private ItemRow withMarks(
            RecordsRequest request,
            int number,
            int version,
            int mark,
            String what,
            Reader reader,
            UnaryOperator<List<PlaceMark>> change) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        if (item.state().mark(mark).isEmpty()) throw new ReviewIsMalformed("The mark is not there any more.");
        ItemState after = item.state().withMarks(change.apply(item.state().marks()));
        law.keepMandatory(item.state(), after, reader.actor(), request);
        Press press = pen.press(request, reader);
        return pen.done(() -> pen.change(item, version, after, what, press));
    }

    /// Writes down that a suggestion is wrong here; it is not shown as open again.
    ItemRow dismiss(RecordsRequest request, int number, int version, String key, String reason, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        ItemState.Dismissal dismissal = new ItemState.Dismissal(
                Written.required(key, "Say which suggestion."),
                Written.kept(reason),
                reader.actor().name(),
                clock.instant());
        Press press = pen.press(request, reader);
        return pen.done(
                () -> pen.change(item, version, item.state().dismissing(dismissal), "dismissed a suggestion", press));
    }
}
