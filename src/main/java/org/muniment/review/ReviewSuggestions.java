package org.muniment.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.access.Departments;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.detection.CandidateExemptions;
import org.muniment.detection.Finding;
import org.muniment.detection.PersonalData;
import org.muniment.detection.Suggestion;
import org.muniment.detection.Suggestions;
import org.muniment.rendition.Passage;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewViews.ReviewCandidate;
import org.muniment.review.ReviewViews.ReviewSuggestion;
import org.springframework.stereotype.Component;

/// What may be personal data in an item, with the exemptions its law names for that. Only suggested:
/// a person accepts or dismisses each.
@Component
final class ReviewSuggestions {
    private static final int SHOWN_MAX = 300;
    private static final int MESSAGES_KEPT_MAX = 500;

    private final CandidateExemptions exemptions;
    private final Departments departments;
    private final Cache<Read, Suggestions> read =
            Caffeine.newBuilder().maximumSize(MESSAGES_KEPT_MAX).build();

    ReviewSuggestions(CandidateExemptions exemptions, Departments departments) {
        this.exemptions = exemptions;
        this.departments = departments;
    }

    /// What a reading depends on: the city may get another domain.
    private record Read(AccessionNumber message, Set<String> ownDomains) {}

    /// In reading order; at most 300.
    List<ReviewSuggestion> in(
            AccessionNumber message, List<Passage> passages, ItemState state, RecordsRequest request) {
        Map<PersonalData, List<ReviewCandidate>> candidates = new EnumMap<>(PersonalData.class);
        Set<String> own = departments.domains();
        return read.get(new Read(message, own), _ -> Suggestions.in(passages, own)).suggestions().stream()
                .limit(SHOWN_MAX)
                .map(suggestion -> view(
                        suggestion,
                        state,
                        candidates.computeIfAbsent(suggestion.finding().kind(), kind -> candidates(kind, request))))
                .toList();
    }

    /// Remembers nothing of these any more.
    void forget(AccessionRanges gone) {
        read.asMap().keySet().removeIf(known -> gone.contains(known.message().index()));
    }

    private List<ReviewCandidate> candidates(PersonalData kind, RecordsRequest request) {
        return exemptions.of(kind, request.jurisdiction(), request.lawOn()).stream()
                .map(candidate -> new ReviewCandidate(
                        candidate.exemption().id().value(),
                        candidate.exemption().code(),
                        candidate.reason()))
                .toList();
    }

    private static ReviewSuggestion view(Suggestion suggestion, ItemState state, List<ReviewCandidate> candidates) {
        Finding finding = suggestion.finding();
        String key = finding.kind().detector() + " " + suggestion.part() + " " + finding.from() + "-" + finding.to();
        return new ReviewSuggestion(
                key,
                suggestion.part(),
                finding.from(),
                finding.to(),
                finding.kind().label(),
                finding.why(),
                finding.sureness(),
                candidates,
                state.dismissed().stream().anyMatch(dismissal -> dismissal.key().equals(key)),
                state.marks().stream().anyMatch(mark -> covers(mark, suggestion)));
    }

    private static boolean covers(PlaceMark mark, Suggestion suggestion) {
        return mark.part().equals(suggestion.part())
                && mark.from() <= suggestion.finding().from()
                && mark.to() >= suggestion.finding().to();
    }
}
