package org.muniment.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.rendition.Passage;
import org.muniment.request.RecordsRequest;
import org.muniment.review.MarkPlaces.MarkPlace;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Where a marked text stands elsewhere in the request: looked for item by item, a stretch at a time,
/// so that nothing is passed over and nobody waits without being told how far it is. It only offers;
/// nothing is marked here.
@Component
final class SameTextDesk {
    private static final int ITEMS_AT_A_TIME = 400;
    private static final int AROUND_CHARACTERS = 60;
    private static final int PLACES_MAX = 500;

    private final ReviewTable table;
    private final ReviewDoor door;
    private final ReviewMail mail;
    private final ReviewPen pen;

    SameTextDesk(WorkflowDatabase database, ReviewDoor door, ReviewMail mail, ReviewPen pen) {
        this.table = ReviewTable.in(database);
        this.door = door;
        this.mail = mail;
        this.pen = pen;
    }

    /// One place that says the same, with some words before and after it.
    record Elsewhere(int item, String subject, MarkPlace place, String before, String text, String after) {}

    /// @param lookedThrough the last item looked at
    /// @param unreadable how many items up to there could not be looked at: files, and what this
    /// person may not read
    /// @param next where to go on; absent at the end
    record ElsewherePage(
            List<Elsewhere> places, int lookedThrough, int total, int unreadable, Optional<Integer> next) {}

    ElsewherePage look(RecordsRequest request, int number, int mark, int after, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        PlaceMark marked =
                item.state().mark(mark).orElseThrow(() -> new ReviewIsMalformed("The mark is not there any more."));
        SameText text = new SameText(text(item, marked));
        int total = table.lastNumber(request.id());
        List<ItemRow> stretch = table.page(request.id(), ItemFilter.ALL, after, ITEMS_AT_A_TIME);
        List<Elsewhere> found = new ArrayList<>();
        List<AccessionNumber> shown = new ArrayList<>();
        int unreadable = 0;
        int last = after;
        for (ItemRow other : stretch) {
            if (found.size() >= PLACES_MAX) break;
            last = other.number();
            if (!(other.matter() instanceof ReviewMatter.Mail message) || !door.mayRead(other, reader.actor())) {
                unreadable++;
                continue;
            }
            int before = found.size();
            addPlaces(other, mail.passages(message.accession()), text, found);
            if (found.size() > before) shown.add(message.accession());
        }
        pen.looked(
                Act.OPENED,
                reader,
                "words around a marked text in %d items of %s".formatted(shown.size(), request.label()),
                shown);
        Optional<Integer> next = last >= total || stretch.isEmpty() ? Optional.empty() : Optional.of(last);
        return new ElsewherePage(found, last, total, unreadable, next);
    }

    private String text(ItemRow item, PlaceMark mark) {
        List<Passage> passages = mail.passages(((ReviewMatter.Mail) item.matter()).accession());
        return MarkPlaces.text(MarkPlaces.passage(passages, mark.part()), mark.from(), mark.to());
    }

    private static void addPlaces(ItemRow item, List<Passage> passages, SameText text, List<Elsewhere> found) {
        for (MarkPlace place : text.in(passages)) {
            boolean isMarked = item.state().marks().stream()
                    .anyMatch(mark ->
                            mark.part().equals(place.part()) && mark.from() <= place.from() && mark.to() >= place.to());
            if (isMarked) continue;
            Passage passage = MarkPlaces.passage(passages, place.part());
            int length = passage.text().codePointCount(0, passage.text().length());
            found.add(new Elsewhere(
                    item.number(),
                    item.line().subject(),
                    place,
                    MarkPlaces.text(passage, Math.max(0, place.from() - AROUND_CHARACTERS), place.from()),
                    MarkPlaces.text(passage, place.from(), place.to()),
                    MarkPlaces.text(passage, place.to(), Math.min(length, place.to() + AROUND_CHARACTERS))));
        }
    }
}
