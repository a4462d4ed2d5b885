package org.muniment.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchScope;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is the review of each records request: what is to be decided, what was decided and marked,
/// and how far it is. Any thread may use it.
@Component
public final class Reviews {
    private final WorkflowDatabase database;
    private final RecordsRequests requests;
    private final ReviewTable table;
    private final ReviewCounts counts;
    private final KeepingBack keeping;
    private final ReviewDoor door;
    private final ReviewMail mail;
    private final ReviewLaw law;
    private final ReviewPen pen;
    private final ArchiveSearch search;
    private final InstantSource clock;

    Reviews(
            WorkflowDatabase database,
            RecordsRequests requests,
            KeepingBack keeping,
            ReviewMail mail,
            ReviewLaw law,
            ReviewPen pen,
            ArchiveSearch search,
            InstantSource clock) {
        this.database = database;
        this.requests = requests;
        this.table = ReviewTable.in(database);
        this.counts = new ReviewCounts(database);
        this.keeping = keeping;
        this.door = new ReviewDoor(database, keeping);
        this.mail = mail;
        this.law = law;
        this.pen = pen;
        this.search = search;
        this.clock = clock;
    }

    /// Adds messages, each by any of its captures, in the order given; those that are in the review
    /// already stay as they are. What counsel keeps back is added too: only counsel sees it, others
    /// its number. A number that is no message in the index is refused.
    public synchronized Added add(RequestId request, List<AccessionNumber> messages, Actor by) {
        Reader reader = requests.readerOf(request, by);
        RecordsRequest open = requests.require(request, by);
        Set<Long> there = table.accessions(request);
        Map<AccessionNumber, ItemRow.ItemLine> lines = new LinkedHashMap<>();
        int already = 0;
        for (AccessionNumber number : messages) {
            AccessionNumber message = message(number);
            if (there.contains(message.index()) || lines.containsKey(message)) already++;
            else lines.put(message, mail.line(message));
        }
        Set<Long> keptBack = lines.isEmpty() ? Set.of() : keeping.keptBack();
        ReviewPen.Press press = pen.press(open, reader);
        int kept = (int) lines.keySet().stream()
                .filter(one -> keptBack.contains(one.index()))
                .count();
        if (!lines.isEmpty())
            table.done(() -> {
                // Counsel's rules may be others by now: the next look follows them anew.
                counts.rulesUnknown(request);
                int number = table.lastNumber(request);
                for (var line : lines.entrySet())
                    table.add(
                            request,
                            ++number,
                            new ReviewMatter.Mail(line.getKey()),
                            line.getValue(),
                            keptBack.contains(line.getKey().index()));
                pen.added(press, List.copyOf(lines.keySet()), kept);
                return number;
            });
        forgetWhatWentMeanwhile(lines.keySet());
        return new Added(lines.size(), already, kept);
    }

    /// What is destroyed after this look is forgotten with the rest: its rows are there by then.
    private void forgetWhatWentMeanwhile(Set<AccessionNumber> added) {
        AccessionRanges gone = mail.destroyed(added);
        if (gone.isEmpty()) return;
        database.rewrittenWhenClosed();
        ForgottenItems.forget(database, gone.runs());
    }

    private AccessionNumber message(AccessionNumber capture) {
        try {
            return search.messageOf(capture, SearchScope.everything())
                    .map(FoundMessage::accession)
                    .orElseThrow(() -> new ReviewIsMalformed("There is no message " + capture + " in the index."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// How far the review is.
    public ReviewProgress progress(RequestId request) {
        keeping.follow(request);
        return counts.progress(request);
    }

    /// The first captures of the messages under review; those kept back are among them.
    public Set<AccessionNumber> messages(RequestId request) {
        return table.accessions(request).stream().map(AccessionNumber::new).collect(Collectors.toSet());
    }

    /// Every item, by number. For a part of the program that has asked who may see the request.
    public List<ReviewItem> items(RequestId request) {
        keeping.follow(request);
        return table.items(request).stream().map(ItemRow::item).toList();
    }

    /// Refuses whoever may not read the item now: a reviewer to whom it is not assigned, somebody of
    /// another department, anybody but counsel if counsel keeps it back. Whether they may see the
    /// request was asked before.
    public void requireReadable(RequestId request, int number, Actor actor) {
        door.open(request, number, actor);
    }

    /// The marks of those of the items that are decided [ReviewDecision.Redact], for production; each box
    /// says the code of its exemption, and the amount where the law wants it. What the review says
    /// meanwhile is not asked. Throws [DraftMarksStand] if any of the items has a mark that is not final.
    ///
    /// @param request as it was when the items were read
    public RedactionMarks marks(RecordsRequest request, List<ReviewItem> items) {
        List<Integer> drafts = items.stream()
                .filter(ReviewItem::hasDrafts)
                .map(ReviewItem::number)
                .toList();
        if (!drafts.isEmpty()) throw new DraftMarksStand(drafts);
        List<Mark> marks = new ArrayList<>();
        for (ReviewItem item : items)
            if (item.decision() instanceof ReviewDecision.Redact && item.matter() instanceof ReviewMatter.Mail message)
                for (PlaceMark mark : item.marks())
                    marks.add(mark.toApply(marks.size() + 1, message.accession(), law.label(mark.ground(), request)));
        return law.asTheLawWants(RedactionMarks.of(marks), request.jurisdiction(), request.lawOn());
    }

    /// Remembers how an item left: it is shown beside the same message or file in every later
    /// request. Call it within the work that makes the release known.
    ///
    /// @param release how people name the release, at most 200 characters
    public void releasedIn(RequestId request, String release, ReviewItem item) {
        ItemState state = new ItemState(Verdict.of(item.decision()), item.marks(), 0, Optional.empty(), List.of());
        counts.released(thing(item.matter()), request, release, state, clock.instant());
    }

    static String thing(ReviewMatter matter) {
        return switch (matter) {
            case ReviewMatter.Mail message -> "mail:" + message.accession().index();
            case ReviewMatter.OtherFile file -> "file:" + file.sha256();
        };
    }
}
