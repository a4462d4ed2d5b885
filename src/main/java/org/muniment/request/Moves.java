package org.muniment.request;

import static org.muniment.request.RequestStatus.Kind.APPEALED;
import static org.muniment.request.RequestStatus.Kind.APPROVAL;
import static org.muniment.request.RequestStatus.Kind.CLARIFICATION;
import static org.muniment.request.RequestStatus.Kind.CLOSED;
import static org.muniment.request.RequestStatus.Kind.COUNSEL;
import static org.muniment.request.RequestStatus.Kind.FEE_PENDING;
import static org.muniment.request.RequestStatus.Kind.MISFILED;
import static org.muniment.request.RequestStatus.Kind.RECEIVED;
import static org.muniment.request.RequestStatus.Kind.RELEASED_IN_PARTS;
import static org.muniment.request.RequestStatus.Kind.REOPENED;
import static org.muniment.request.RequestStatus.Kind.REVIEW;
import static org.muniment.request.RequestStatus.Kind.SEARCHING;

import java.util.EnumSet;
import java.util.Set;
import org.muniment.request.RequestStatus.Kind;

/// These are the ways a request may go, and no others.
final class Moves {
    private Moves() {}

    /// Where a request may go from where it stands.
    static Set<Kind> from(RecordsRequest request) {
        Set<Kind> ways = EnumSet.copyOf(from(request.status().kind()));
        // What has gone out cannot have been entered by mistake.
        if (request.releases() > 0) ways.remove(MISFILED);
        return ways;
    }

    private static Set<Kind> from(Kind kind) {
        return switch (kind) {
            case RECEIVED -> EnumSet.of(CLARIFICATION, FEE_PENDING, SEARCHING, CLOSED, MISFILED);
            case CLARIFICATION -> EnumSet.of(SEARCHING, FEE_PENDING, REVIEW, CLOSED, MISFILED);
            case FEE_PENDING -> EnumSet.of(SEARCHING, REVIEW, APPROVAL, CLARIFICATION, CLOSED, MISFILED);
            case SEARCHING -> EnumSet.of(REVIEW, CLARIFICATION, FEE_PENDING, CLOSED, MISFILED);
            case REVIEW ->
                EnumSet.of(
                        COUNSEL, APPROVAL, SEARCHING, CLARIFICATION, FEE_PENDING, RELEASED_IN_PARTS, CLOSED, MISFILED);
            case COUNSEL -> EnumSet.of(REVIEW, APPROVAL, SEARCHING, CLOSED);
            case APPROVAL -> EnumSet.of(REVIEW, COUNSEL, RELEASED_IN_PARTS, CLOSED);
            case RELEASED_IN_PARTS ->
                EnumSet.of(SEARCHING, REVIEW, COUNSEL, APPROVAL, FEE_PENDING, CLARIFICATION, RELEASED_IN_PARTS, CLOSED);
            case CLOSED -> EnumSet.of(REOPENED, APPEALED);
            case REOPENED ->
                EnumSet.of(CLARIFICATION, FEE_PENDING, SEARCHING, REVIEW, COUNSEL, APPROVAL, RELEASED_IN_PARTS, CLOSED);
            case APPEALED -> EnumSet.of(REOPENED);
            case MISFILED -> EnumSet.of(RECEIVED);
        };
    }

    /// Throws [MoveIsNotLegal].
    static void check(RecordsRequest request, Kind to) {
        if (!from(request).contains(to)) throw new MoveIsNotLegal(request, to, from(request));
    }
}
