package org.muniment.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.privilege.Quarantine;
import org.muniment.search.ArchiveSearch;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// The items that belong together with another: its conversation, and those that say the same.
@Component
final class Relatives {
    private final ReviewTable table;
    private final ReviewDoor door;
    private final ArchiveSearch search;
    private final Quarantine quarantine;

    Relatives(WorkflowDatabase database, ReviewDoor door, ArchiveSearch search, Quarantine quarantine) {
        this.table = ReviewTable.in(database);
        this.door = door;
        this.search = search;
        this.quarantine = quarantine;
    }

    /// Returns the other items the actor may read; of a conversation, those among its first 100
    /// messages.
    List<ItemRow> of(ItemRow item, Spread spread, Actor actor) {
        List<ItemRow> found = switch (spread) {
            case THIS -> List.of();
            case IDENTICAL -> table.identical(item.request(), item.line().identical());
            case THREAD -> thread(item, actor);
        };
        return found.stream()
                .filter(other -> other.number() != item.number())
                .filter(other -> door.mayRead(other, actor))
                .toList();
    }

    private List<ItemRow> thread(ItemRow item, Actor actor) {
        if (!(item.matter() instanceof ReviewMatter.Mail mail)) return List.of();
        try {
            Set<Long> messages = search.conversation(mail.accession(), quarantine.scopeFor(actor)).stream()
                    .map(hit -> hit.message().accession().index())
                    .collect(Collectors.toSet());
            return table.ofMessages(item.request(), messages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
