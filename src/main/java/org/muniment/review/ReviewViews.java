package org.muniment.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.detection.Sureness;
import org.muniment.law.Standing;
import org.muniment.rendition.PassageKind;
import org.muniment.review.ItemState.CounselAdvice;

/// What the review's pages are told.
final class ReviewViews {
    private ReviewViews() {}

    /// @param isCounsel whether what is kept back is shown to this person
    /// @param assigns whether this person gives items to reviewers
    record ReviewOverview(
            String request,
            boolean isOpen,
            ReviewProgress progress,
            List<ReviewLaw.ReviewMenuRow> menu,
            List<ReviewPerson> reviewers,
            boolean isCounsel,
            boolean assigns) {}

    record ReviewPerson(long person, String name) {}

    /// @param isReadable if not, only the number is told, and sender and subject are empty
    record ReviewLine(
            int number,
            boolean isFile,
            Optional<Instant> sentAt,
            String sender,
            String subject,
            int attachments,
            ReviewDecision.Kind decision,
            int marks,
            int drafts,
            boolean keptBack,
            boolean isReadable,
            Optional<String> assignee,
            Optional<LocalDate> dueOn,
            int version) {
        static ReviewLine of(ItemRow item, boolean isReadable) {
            ItemState state = item.state();
            return new ReviewLine(
                    item.number(),
                    item.matter() instanceof ReviewMatter.OtherFile,
                    isReadable ? item.line().sentAt() : Optional.empty(),
                    isReadable ? item.line().sender() : "",
                    isReadable ? item.line().subject() : "",
                    isReadable ? item.line().attachments() : 0,
                    state.verdict().kind(),
                    isReadable ? state.marks().size() : 0,
                    state.drafts(),
                    item.keptBack(),
                    isReadable,
                    item.assignee().map(ItemRow.Assignee::name),
                    state.verdict().dueOn(),
                    item.version());
        }
    }

    /// @param total of all that the filter lets through, on every page
    /// @param next the number to go on after; absent at the end
    record ReviewList(List<ReviewLine> lines, int total, Optional<Integer> next) {}

    /// One item, open: what would be on its pages, and all that was decided about it.
    ///
    /// @param accession of the message; absent for a file
    /// @param notes what the page must say about it, such as what is not on its pages
    record ReviewItemView(
            ReviewLine line,
            Optional<Long> accession,
            Optional<ReviewFileView> file,
            Verdict verdict,
            List<ReviewPassage> passages,
            List<ReviewMarkView> marks,
            List<ReviewSuggestion> suggestions,
            Optional<CounselAdvice> advice,
            List<ReviewEarlier> releasedBefore,
            List<ReviewActView> history,
            List<String> notes) {}

    record ReviewFileView(String name, long sizeBytes, String sha256) {}

    record ReviewPassage(String part, PassageKind kind, String label, String text) {}

    /// @param code what its box will say
    record ReviewMarkView(
            int number,
            String part,
            int from,
            int to,
            Ground ground,
            String code,
            Standing standing,
            String basis,
            boolean isDraft,
            PlaceMark.Origin origin,
            String author,
            Instant madeAt) {}

    /// Something that may be personal data. Nothing happens to it by itself.
    ///
    /// @param key names it within its item
    /// @param exemptions candidates, the likeliest first
    record ReviewSuggestion(
            String key,
            String part,
            int from,
            int to,
            String what,
            String reason,
            Sureness sureness,
            List<ReviewCandidate> exemptions,
            boolean isDismissed,
            boolean isMarked) {}

    record ReviewCandidate(String exemption, String code, String reason) {}

    /// How the same message or file left before.
    record ReviewEarlier(
            String request, String release, Instant at, ReviewDecision.Kind decision, List<ReviewEarlierMark> marks) {}

    record ReviewEarlierMark(String part, int from, int to, Ground ground, String code, String basis) {}

    record ReviewActView(String what, String by, Instant at, Optional<String> undoneBy, Optional<Instant> undoneAt) {}

    /// What the requester will see.
    record ReviewPreview(List<ReviewPreviewPassage> passages) {}

    record ReviewPreviewPassage(String part, PassageKind kind, String label, List<ReviewRun> runs) {}

    /// Either text that is shown, or what a box says.
    record ReviewRun(Optional<String> text, Optional<String> box, boolean isDraft) {}

    /// Undecided items that belong to this one, and that this person may decide.
    record ReviewRelatives(List<Integer> thread, List<Integer> identical) {}

    record CounselQueue(List<CounselLine> lines, int total) {}

    record CounselLine(
            long requestId,
            String request,
            String requestSubject,
            Optional<String> question,
            Optional<String> referredBy,
            ReviewLine line) {}
}
