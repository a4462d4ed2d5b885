package org.muniment.request;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// A request cannot go there from where it stands.
final class MoveIsNotLegal extends RequestRefused {
    MoveIsNotLegal(RecordsRequest request, RequestStatus.Kind to, Set<RequestStatus.Kind> ways) {
        super(
                HttpStatus.CONFLICT,
                "move-not-legal",
                "The request cannot go there from here",
                "%s is %s, and cannot become %s. From here it can become %s."
                        .formatted(
                                request.label(),
                                request.status().kind().words(),
                                to.words(),
                                ways.stream().map(RequestStatus.Kind::words).collect(Collectors.joining(", or "))));
    }
}
