package org.muniment.request;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muniment.deadline.DeadlineDesk;
import org.muniment.law.Appeal;
import org.muniment.law.Counted;
import org.muniment.law.LawBook;
import org.muniment.law.PreservationRule;
import org.springframework.stereotype.Component;

/// This is until when a request preserves, by the law's rows of its day: while it is open, through the
/// time after a denial and the time to appeal, and through an appeal. Of two times the longer counts,
/// whatever the determination; where the law sets no day, nothing ends by itself.
@Component
final class PreservationRules {
    private final RecordsRequests requests;
    private final LawBook law;
    private final RequestClock clock;
    private final DeadlineDesk deadlines;
    private final ZoneId zone;

    PreservationRules(RecordsRequests requests, LawBook law, RequestClock clock, DeadlineDesk deadlines, ZoneId zone) {
        this.requests = requests;
        this.law = law;
        this.clock = clock;
        this.deadlines = deadlines;
        this.zone = zone;
    }

    /// @param day the last day; absent while there is none
    /// @param why in words, with the citation
    record Until(Optional<LocalDate> day, String why, Optional<String> citation) {
        static Until noDay(String why, Optional<String> citation) {
            return new Until(Optional.empty(), why, citation);
        }
    }

    /// A time that has to pass.
    private record Span(int days, Counted counted, String why) {}

    Until until(RecordsRequest request) {
        Optional<String> citation =
                rules(request).stream().map(rule -> rule.provision().citation()).findFirst();
        return switch (request.status()) {
            case RequestStatus.Closed closed -> afterClosing(request, closed, citation);
            case RequestStatus.Appealed appealed -> throughAppeal(appealed, citation);
            case RequestStatus.Misfiled _ ->
                Until.noDay("It was entered by mistake. Counsel lets go of it.", Optional.empty());
            case RequestStatus.Received _,
                    RequestStatus.Clarification _,
                    RequestStatus.FeePending _,
                    RequestStatus.Searching _,
                    RequestStatus.InReview _,
                    RequestStatus.WithCounsel _,
                    RequestStatus.AwaitingApproval _,
                    RequestStatus.ReleasedInParts _,
                    RequestStatus.Reopened _ -> Until.noDay("The request is not closed.", citation);
        };
    }

    private Until throughAppeal(RequestStatus.Appealed appealed, Optional<String> citation) {
        RecordsRequest appeal = requests.known(appealed.appeal());
        Until itsOwn = until(appeal);
        return new Until(itsOwn.day(), "The appeal " + appeal.label() + ": " + itsOwn.why(), citation);
    }

    private Until afterClosing(RecordsRequest request, RequestStatus.Closed closed, Optional<String> citation) {
        List<Span> spans = spans(request);
        if (spans.isEmpty())
            return Until.noDay(
                    "The law sets no day after which it ends. Counsel lets go of it when nothing can follow.",
                    citation);
        LocalDate closedOn = LocalDate.ofInstant(closed.since(), zone);
        record Ending(LocalDate day, String why) {}
        Ending last = spans.stream()
                .map(span -> new Ending(after(request, closedOn, span), span.why()))
                .max(Comparator.comparing(Ending::day))
                .orElseThrow();
        return new Until(Optional.of(last.day()), last.why(), citation);
    }

    private List<Span> spans(RecordsRequest request) {
        List<Span> spans = new ArrayList<>();
        for (PreservationRule rule : rules(request)) {
            // Nobody is asked whether they are confined: the longer time protects both.
            rule.daysAfterDenialConfined()
                    .or(rule::daysAfterDenial)
                    .ifPresent(days -> spans.add(new Span(
                            days,
                            rule.counted(),
                            "%d %s days after the answer (%s)."
                                    .formatted(
                                            days,
                                            word(rule.counted()),
                                            rule.provision().citation()))));
        }
        for (Appeal appeal : law.appeals(request.jurisdiction(), request.lawOn()))
            if (appeal.stage() == 1)
                appeal.daysToAppeal()
                        .ifPresent(days -> spans.add(new Span(
                                days,
                                appeal.counted(),
                                "%d %s days to appeal to the %s (%s)."
                                        .formatted(
                                                days,
                                                word(appeal.counted()),
                                                appeal.body(),
                                                appeal.provision().citation()))));
        return spans;
    }

    private LocalDate after(RecordsRequest request, LocalDate day, Span span) {
        return span.counted() == Counted.BUSINESS
                ? deadlines.businessDaysAfter(clock.start(request), day, span.days())
                : day.plusDays(span.days());
    }

    private List<PreservationRule> rules(RecordsRequest request) {
        return law.preservation(request.jurisdiction(), request.lawOn()).stream()
                .toList();
    }

    private static String word(Counted counted) {
        return switch (counted) {
            case BUSINESS -> "business";
            case CALENDAR -> "calendar";
        };
    }
}
