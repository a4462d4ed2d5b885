package org.muniment.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Reader;
import org.muniment.rendition.Passage;
import org.muniment.rendition.PassageKind;
import org.muniment.rendition.Run;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.review.ReviewViews.ReviewActView;
import org.muniment.review.ReviewViews.ReviewEarlier;
import org.muniment.review.ReviewViews.ReviewEarlierMark;
import org.muniment.review.ReviewViews.ReviewFileView;
import org.muniment.review.ReviewViews.ReviewItemView;
import org.muniment.review.ReviewViews.ReviewLine;
import org.muniment.review.ReviewViews.ReviewMarkView;
import org.muniment.review.ReviewViews.ReviewPassage;
import org.muniment.review.ReviewViews.ReviewPreview;
import org.muniment.review.ReviewViews.ReviewPreviewPassage;
import org.muniment.review.ReviewViews.ReviewRun;
import org.muniment.review.ReviewViews.ReviewSuggestion;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Where an item is laid open for a reader. Every opening is written down before the answer is given.
@Component
final class ReviewReading {
    private static final int HISTORY_MAX = 30;

    private final ReviewDoor door;
    private final ReviewMail mail;
    private final ReviewLaw law;
    private final ReviewPen pen;
    private final ReviewCounts counts;
    private final ReviewSuggestions suggestions;
    private final RecordsRequests requests;

    ReviewReading(
            WorkflowDatabase database,
            ReviewDoor door,
            ReviewMail mail,
            ReviewLaw law,
            ReviewPen pen,
            ReviewSuggestions suggestions,
            RecordsRequests requests) {
        this.door = door;
        this.mail = mail;
        this.law = law;
        this.pen = pen;
        this.counts = new ReviewCounts(database);
        this.suggestions = suggestions;
        this.requests = requests;
    }

    ReviewItemView open(RecordsRequest request, int number, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        pen.opened(item, request, reader, "for review");
        return view(request, item, reader);
    }

    /// An item as it is after an act of a reader who had it open.
    ReviewItemView view(RecordsRequest request, ItemRow item, Reader reader) {
        List<Passage> passages = passages(item);
        return new ReviewItemView(
                ReviewLine.of(item, true),
                item.matter() instanceof ReviewMatter.Mail message
                        ? Optional.of(message.accession().index())
                        : Optional.empty(),
                item.matter() instanceof ReviewMatter.OtherFile file
                        ? Optional.of(new ReviewFileView(file.name(), file.sizeBytes(), file.sha256()))
                        : Optional.empty(),
                item.state().verdict(),
                passages.stream().map(ReviewReading::passage).toList(),
                item.state().marks().stream().map(mark -> mark(mark, request)).toList(),
                suggestions(item, passages, request),
                item.state().advice(),
                earlier(item, reader),
                pen.history(item, HISTORY_MAX).stream()
                        .map(act -> new ReviewActView(act.what(), act.by(), act.at(), act.undoneBy(), act.undoneAt()))
                        .toList(),
                notes(item, passages));
    }

    private List<ReviewSuggestion> suggestions(ItemRow item, List<Passage> passages, RecordsRequest request) {
        return switch (item.matter()) {
            case ReviewMatter.Mail message -> suggestions.in(message.accession(), passages, item.state(), request);
            case ReviewMatter.OtherFile file -> List.of();
        };
    }

    private List<Passage> passages(ItemRow item) {
        return switch (item.matter()) {
            case ReviewMatter.Mail message -> mail.passages(message.accession());
            case ReviewMatter.OtherFile file -> List.of();
        };
    }

    private static ReviewPassage passage(Passage passage) {
        return new ReviewPassage(passage.part(), passage.kind(), passage.label(), passage.text());
    }

    private ReviewMarkView mark(PlaceMark mark, RecordsRequest request) {
        return new ReviewMarkView(
                mark.number(),
                mark.part(),
                mark.from(),
                mark.to(),
                mark.ground(),
                law.label(mark.ground(), request),
                law.standing(mark.ground(), request),
                mark.basis(),
                mark.isDraft(),
                mark.origin(),
                mark.author(),
                mark.madeAt());
    }

    /// How it left before, of the requests this reader reads for: of others, nobody's grounds are told.
    private List<ReviewEarlier> earlier(ItemRow item, Reader reader) {
        List<ReviewEarlier> found = new ArrayList<>();
        for (ReviewCounts.Released released : counts.releasesOf(Reviews.thing(item.matter()))) {
            if (!requests.reads(released.request(), reader.actor())) continue;
            RecordsRequest then = requests.known(released.request());
            found.add(new ReviewEarlier(
                    then.label(),
                    released.release(),
                    released.at(),
                    released.state().verdict().kind(),
                    released.state().marks().stream()
                            .map(mark -> new ReviewEarlierMark(
                                    mark.part(),
                                    mark.from(),
                                    mark.to(),
                                    mark.ground(),
                                    law.label(mark.ground(), then),
                                    mark.basis()))
                            .toList()));
        }
        return found;
    }

    private static List<String> notes(ItemRow item, List<Passage> passages) {
        List<String> notes = new ArrayList<>();
        if (item.matter() instanceof ReviewMatter.OtherFile)
            notes.add("This file is not mail. It is released or withheld whole; look at it before you decide.");
        if (passages.stream().anyMatch(passage -> passage.kind() == PassageKind.FILENAME))
            notes.add("What is in the attachments is not on the pages, hence not released: only their names, types and"
                    + " rounded sizes are.");
        if (passages.stream().anyMatch(passage -> passage.part().endsWith("unread")))
            notes.add("Some of this message could not be read. Look at it as it was received before you decide.");
        return notes;
    }

    /// What the requester will see if the item is redacted as it is marked now; drafts are boxes too.
    ReviewPreview preview(RecordsRequest request, int number, Reader reader) {
        ItemRow item = door.open(request.id(), number, reader.actor());
        if (!(item.matter() instanceof ReviewMatter.Mail message))
            throw new ReviewIsMalformed("A file that is not mail leaves as it is: there is nothing to preview.");
        pen.opened(item, request, reader, "as the requester will see it");
        List<Mark> marks = new ArrayList<>();
        for (PlaceMark mark : item.state().marks())
            marks.add(mark.toApply(marks.size() + 1, message.accession(), boxed(mark, request)));
        var shown = RedactionMarks.of(marks)
                .begin()
                .apply(message.accession(), List.of(message.accession()), mail.passages(message.accession()))
                .shown();
        return new ReviewPreview(shown.passages().stream()
                .map(passage -> new ReviewPreviewPassage(
                        passage.part(),
                        passage.kind(),
                        passage.label(),
                        passage.runs().stream().map(ReviewReading::run).toList()))
                .toList());
    }

    private static final String DRAFT = "DRAFT ";

    private String boxed(PlaceMark mark, RecordsRequest request) {
        return (mark.isDraft() ? DRAFT : "") + law.label(mark.ground(), request);
    }

    private static ReviewRun run(Run run) {
        return switch (run) {
            case Run.Shown shown -> new ReviewRun(Optional.of(shown.text()), Optional.empty(), false);
            case Run.Withheld box ->
                new ReviewRun(
                        Optional.empty(), Optional.of(box.label()), box.label().contains(DRAFT));
        };
    }
}
