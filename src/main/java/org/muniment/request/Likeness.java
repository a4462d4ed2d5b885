package org.muniment.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// This is how a request that may have been entered before is found: by its words, and by who asks. It is
/// a hint to look, and decides nothing.
final class Likeness {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,}");
    private static final Duration LOOKED_BACK = Duration.ofDays(365);
    private static final double ALIKE = 0.5;
    private static final double ALIKE_FROM_THE_SAME = 0.25;
    private static final int SHOWN_MAX = 5;

    private Likeness() {}

    private record Measured(RecordsRequest request, double likeness) {}

    /// Returns the likest of the last year, at most five.
    static List<RecordsRequest> to(String words, String email, String name, List<RecordsRequest> all, Instant now) {
        Set<String> asked = words(words);
        if (asked.isEmpty()) return List.of();
        return all.stream()
                .filter(request -> request.receivedAt().isAfter(now.minus(LOOKED_BACK)))
                .filter(request -> request.status().kind() != RequestStatus.Kind.MISFILED)
                .map(request -> new Measured(request, likeness(asked, words(request.words()))))
                .filter(one -> one.likeness() >= (isFrom(one.request(), email, name) ? ALIKE_FROM_THE_SAME : ALIKE))
                .sorted(Comparator.comparingDouble(Measured::likeness).reversed())
                .limit(SHOWN_MAX)
                .map(Measured::request)
                .toList();
    }

    private static boolean isFrom(RecordsRequest request, String email, String name) {
        Requester requester = request.requester();
        return (!email.isBlank() && requester.email().equalsIgnoreCase(email.strip()))
                || (!name.isBlank() && requester.name().equalsIgnoreCase(name.strip()));
    }

    /// Words in common among all words of both (Jaccard).
    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return (double) common.size() / all.size();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
