package org.muniment.review;

import java.util.List;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// The only way from a number to an item, for a person: officers and counsel reach all of a request,
/// a reviewer what is assigned to them; what counsel keeps back, counsel alone.
@Component
final class ReviewDoor {
    private final ReviewTable table;
    private final KeepingBack keeping;

    ReviewDoor(WorkflowDatabase database, KeepingBack keeping) {
        this.table = ReviewTable.in(database);
        this.keeping = keeping;
    }

    /// Throws [NoSuchItem] or [ItemIsKeptBack]. Whether the actor may see the request was asked
    /// before.
    ItemRow open(RequestId request, int number, Actor actor) {
        keeping.follow(request);
        ItemRow item = table.item(request, number).orElseThrow(() -> new NoSuchItem(number));
        if (!isAssigned(item, actor)) throw new NoSuchItem(number);
        if (item.keptBack() && !KeepingBack.seesAll(actor)) throw new ItemIsKeptBack(number);
        if (!mayFind(item, actor)) throw new NoSuchItem(number);
        return item;
    }

    /// A page of the list. It, too, tells nothing that counsel's rules of this moment hide.
    ///
    /// @param total of all that the filter lets through, on every page
    record ItemPage(List<ItemRow> items, int total) {}

    ItemPage page(RequestId request, ItemFilter filter, int after, int limit, Actor actor) {
        keeping.follow(request);
        if (filter.words().isBlank() || actor.departments().isEmpty())
            return new ItemPage(table.page(request, filter, after, limit), table.count(request, filter));
        // Of mail of other departments, words are no question: even a count would answer it.
        List<ItemRow> readable = table.page(request, filter, 0, Integer.MAX_VALUE).stream()
                .filter(item -> mayRead(item, actor))
                .toList();
        List<ItemRow> page = readable.stream()
                .filter(item -> item.number() > after)
                .limit(limit)
                .toList();
        return new ItemPage(page, readable.size());
    }

    /// Whether the list may say what the item is, and not only its number.
    boolean mayRead(ItemRow item, Actor actor) {
        if (!isAssigned(item, actor) || (item.keptBack() && !KeepingBack.seesAll(actor))) return false;
        return actor.departments().isEmpty() || mayFind(item, actor);
    }

    static boolean isAssigned(ItemRow item, Actor actor) {
        return reachesAll(actor)
                || item.assignee().stream()
                        .anyMatch(one -> one.person() == actor.person().number());
    }

    static boolean reachesAll(Actor actor) {
        return actor.is(Role.RECORDS_OFFICER)
                || actor.is(Role.COUNSEL)
                || actor.person().equals(PersonId.OPERATOR);
    }

    private boolean mayFind(ItemRow item, Actor actor) {
        return switch (item.matter()) {
            case ReviewMatter.Mail mail -> keeping.mayFind(mail.accession(), actor);
            case ReviewMatter.OtherFile file -> true;
        };
    }
}
