package org.muniment.correspondence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.muniment.deadline.ClockStart;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineDesk;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestStatus;
import org.muniment.review.ReviewProgress;
import org.muniment.review.Reviews;
import org.muniment.settings.CitySettings;
import org.springframework.stereotype.Component;

/// This knows what a request's letters may say of it: what is not known is not there.
@Component
class LetterValues {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final CitySettings settings;
    private final RecordsRequests requests;
    private final Reviews reviews;
    private final DeadlineDesk deadlines;
    private final ZoneId zone;

    LetterValues(
            CitySettings settings, RecordsRequests requests, Reviews reviews, DeadlineDesk deadlines, ZoneId zone) {
        this.settings = settings;
        this.requests = requests;
        this.reviews = reviews;
        this.deadlines = deadlines;
        this.zone = zone;
    }

    Deadline deadline(RecordsRequest request) {
        return deadlines.deadline(new ClockStart(
                request.id().number(),
                request.jurisdiction(),
                LocalDateTime.ofInstant(request.receivedAt(), zone),
                request.office(),
                request.appealOf().isPresent()));
    }

    Map<Placeholder, String> of(RecordsRequest request) {
        Map<Placeholder, String> known = new EnumMap<>(Placeholder.class);
        known.put(Placeholder.CITY_NAME, settings.city().shownName());
        known.put(Placeholder.REQUEST_LABEL, request.label());
        known.put(Placeholder.REQUEST_RECEIVED_ON, day(request.lawOn()));
        if (!request.words().isBlank()) known.put(Placeholder.REQUEST_WORDS, request.words());
        if (request.status() instanceof RequestStatus.Closed closed)
            known.put(Placeholder.REQUEST_DETERMINATION, closed.determination().words());
        deadline(request).dueOn().ifPresent(due -> known.put(Placeholder.CLOCK_DUE_ON, day(due)));
        request.appealOf()
                .ifPresent(of ->
                        known.put(Placeholder.APPEAL_OF, requests.known(of).label()));
        review(request, known);
        return known;
    }

    private void review(RecordsRequest request, Map<Placeholder, String> known) {
        ReviewProgress progress = reviews.progress(request.id());
        if (progress.total() == 0) return;
        known.put(Placeholder.REVIEW_RELEASED, figure(progress.release()));
        known.put(Placeholder.REVIEW_REDACTED, figure(progress.redact()));
        known.put(Placeholder.REVIEW_WITHHELD, figure(progress.withhold()));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String figure(int number) {
        return "%,d".formatted(number);
    }
}
