package org.muniment.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.request.ApprovalStanding;
import org.muniment.request.Approvals;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestStatus;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewItem;
import org.muniment.settings.CitySettings;
import org.springframework.stereotype.Component;

/// This is the gate before a release: every reason why it cannot be prepared, each with what to do.
@Component
final class ReleaseGate {
    private static final int NUMBERS_NAMED_MAX = 10;

    private final Approvals approvals;
    private final CitySettings settings;

    ReleaseGate(Approvals approvals, CitySettings settings) {
        this.approvals = approvals;
        this.settings = settings;
    }

    /// What stands in this person's way of finalising: an approval that was asked for, or that the city
    /// always wants, has to be there, too; the one always wanted is a third person's.
    List<Obstacle> beforeFinalising(Covered covered, Delivery delivery, Actor by) {
        var obstacles = new ArrayList<>(beforePreparing(covered));
        var sentence = switch (approvals.standing(covered.request().id())) {
            case ApprovalStanding.Given given ->
                switch (settings.releaseApproval()) {
                    case WHERE_ASKED -> "";
                    case ALWAYS -> thirdPerson(given, delivery, by);
                };
            case ApprovalStanding.NotAsked _ ->
                switch (settings.releaseApproval()) {
                    case WHERE_ASKED -> "";
                    case ALWAYS -> "Your city releases nothing without an approval. Ask for it on the overview.";
                };
            case ApprovalStanding.Waiting waiting ->
                "Approval was asked of " + waiting.whom() + " and is not given yet.";
            case ApprovalStanding.Refused refused -> "Approval was refused: " + refused.reason();
            case ApprovalStanding.Outdated _ -> "The review has changed since approval was given. Ask for it again.";
        };
        if (!sentence.isEmpty()) obstacles.add(new Obstacle(sentence, "overview"));
        return obstacles;
    }

    private static String thirdPerson(ApprovalStanding.Given given, Delivery delivery, Actor by) {
        if (given.person().equals(delivery.preparedBy()))
            return "Your city wants a third person's approval, and " + given.by()
                    + ", who approved, prepared this release. Withdraw the approval, and ask somebody else.";
        if (given.person().equals(by.person()))
            return "Your city wants a third person's approval, and it is yours. Another records officer, or counsel,"
                    + " has to finalise this release.";
        return "";
    }

    /// Empty if nothing stands in the way.
    List<Obstacle> beforePreparing(Covered covered) {
        var obstacles = new ArrayList<Obstacle>();
        var request = covered.request();
        status(request, obstacles);
        if (covered.all().isEmpty()) {
            obstacles.add(new Obstacle("The review is empty. Search first, and add what you find.", "searches"));
            return obstacles;
        }
        if (covered.extent() == Delivery.Extent.WHOLE) undecided(covered, obstacles);
        keptBack(covered, obstacles);
        drafts(covered, obstacles);
        law(covered, obstacles);
        boolean isNothingNew =
                covered.items().stream().allMatch(item -> item.decision() instanceof ReviewDecision.NotResponsive);
        if (isNothingNew && (obstacles.isEmpty() || covered.extent() == Delivery.Extent.DECIDED_SO_FAR))
            obstacles.add(new Obstacle(
                    "Nothing that is decided is new since the last release, so there is nothing to release.",
                    "review"));
        return obstacles;
    }

    private static void status(RecordsRequest request, List<Obstacle> obstacles) {
        switch (request.status()) {
            case RequestStatus.InReview _,
                    RequestStatus.AwaitingApproval _,
                    RequestStatus.ReleasedInParts _,
                    RequestStatus.Reopened _ -> {}
            case RequestStatus.Closed _, RequestStatus.Appealed _, RequestStatus.Misfiled _ ->
                obstacles.add(new Obstacle(request.label() + " is closed. Reopen it to release more.", "overview"));
            case RequestStatus.WithCounsel _ ->
                obstacles.add(new Obstacle(
                        request.label() + " is with counsel. Move it back to review when counsel has answered.",
                        "overview"));
            case RequestStatus.Received _,
                    RequestStatus.Clarification _,
                    RequestStatus.FeePending _,
                    RequestStatus.Searching _ ->
                obstacles.add(new Obstacle(
                        request.label() + " is not in review yet. Move it there on its overview.", "overview"));
        }
    }

    private static void undecided(Covered covered, List<Obstacle> obstacles) {
        var open = covered.undecided();
        var referred = open.stream()
                .filter(item -> item.decision() instanceof ReviewDecision.Referred)
                .toList();
        var undecided = open.stream()
                .filter(item -> !referred.contains(item) && !item.waitsForCounsel())
                .toList();
        if (!undecided.isEmpty())
            obstacles.add(new Obstacle(
                    told(undecided, "is undecided", "are undecided")
                            + " Decide about each, or release what is decided so far.",
                    "review"));
        if (!referred.isEmpty())
            obstacles.add(new Obstacle(
                    told(referred, "is with counsel", "are with counsel")
                            + " Wait for the answer, or release what is decided so far.",
                    "review"));
    }

    /// Even if the numbers were chosen before: what counsel keeps back leaves on counsel's word alone.
    private static void keptBack(Covered covered, List<Obstacle> obstacles) {
        var items = covered.extent() == Delivery.Extent.WHOLE ? covered.all() : covered.items();
        var waiting = items.stream().filter(ReviewItem::waitsForCounsel).toList();
        if (!waiting.isEmpty())
            obstacles.add(new Obstacle(
                    told(waiting, "was let go before counsel kept it back", "were let go before counsel kept them back")
                            + " Wait until counsel decides what is in counsel's queue, or release what is decided so far.",
                    "review"));
    }

    private static void drafts(Covered covered, List<Obstacle> obstacles) {
        var drafts = covered.withDrafts();
        if (!drafts.isEmpty())
            obstacles.add(new Obstacle(
                    told(drafts, "has a mark that is a draft", "have marks that are drafts")
                            + " Make each final, or remove it.",
                    "review"));
    }

    private static void law(Covered covered, List<Obstacle> obstacles) {
        for (var id : covered.law().notInForce())
            obstacles.add(new Obstacle(
                    "The exemption %s was not in force on %s, the day whose law is the request's. Choose another where it is used."
                            .formatted(id, covered.request().lawOn()),
                    "review"));
    }

    private static String told(List<ReviewItem> items, String one, String many) {
        var numbers = items.stream()
                .limit(NUMBERS_NAMED_MAX)
                .map(item -> "" + item.number())
                .collect(Collectors.joining(", "));
        return "%,d %s %s (%s%s)."
                .formatted(
                        items.size(),
                        items.size() == 1 ? "item" : "items",
                        items.size() == 1 ? one : many,
                        numbers,
                        items.size() > NUMBERS_NAMED_MAX ? ", …" : "");
    }
}
