package org.muniment.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// This is what the rules found in one text, in its order; no two overlap. `isCutShort` says that there was more than
/// anybody would look through one by one, and the rest of the text was not read.
public record Findings(List<Finding> found, boolean isCutShort) {
    static final int FOUND_MAX = 5_000;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::score)
            .thenComparingInt(candidate -> candidate.to() - candidate.from())
            .reversed()
            .thenComparing(Candidate::kind);

    private static final List<Rule> RULES = List.of(
            new IdentityNumbers(),
            new PaymentCards(),
            new BankNumbers(),
            new HealthNumbers(),
            new LicencesAndPassports(),
            new BirthDates(),
            new StreetAddresses(),
            new EmailAddresses(),
            new PhoneNumbers());

    public Findings {
        found = List.copyOf(found);
    }

    /// Reads the text without knowing whose it is.
    static Findings in(String text) {
        return in(text, Set.of());
    }

    /// Reads the text, such as that of a [org.muniment.rendition.Passage]. Addresses at
    /// `ownDomains`, in lower case, are the offices' own and nobody's private ones, unless private
    /// people keep their mail there too.
    public static Findings in(String text, Set<String> ownDomains) {
        Tokens tokens = Tokens.of(text);
        Labels labels = Labels.in(tokens);
        List<Candidate> kept = new ArrayList<>();
        boolean isCutShort = false;
        for (int at = 0; at < tokens.count() && !isCutShort; at++) {
            for (Rule rule : RULES) rule.at(tokens, labels, at).ifPresent(found -> keepBetter(kept, found));
            isCutShort = kept.size() >= FOUND_MAX;
        }
        kept.removeIf(found -> isOwn(found, text, ownDomains));
        return new Findings(inCodePoints(text, kept), isCutShort);
    }

    private static boolean isOwn(Candidate found, String text, Set<String> ownDomains) {
        return found.kind() == PersonalData.PERSONAL_EMAIL
                && EmailAddresses.isAt(ownDomains, text.substring(found.from(), found.to()));
    }

    /// Candidates come by their first token, so a new one can overlap only the last few kept.
    private static void keepBetter(List<Candidate> kept, Candidate candidate) {
        int rivals = kept.size();
        while (rivals > 0 && kept.get(rivals - 1).to() > candidate.from()) rivals--;
        List<Candidate> overlapping = kept.subList(rivals, kept.size());
        for (Candidate rival : overlapping) if (BEST_FIRST.compare(rival, candidate) <= 0) return;
        overlapping.clear();
        kept.add(candidate);
    }

    private static List<Finding> inCodePoints(String text, List<Candidate> candidates) {
        List<Finding> findings = new ArrayList<>(candidates.size());
        int at = 0;
        int codePoints = 0;
        for (Candidate candidate : candidates) {
            codePoints += text.codePointCount(at, candidate.from());
            at = candidate.from();
            int to = codePoints + text.codePointCount(at, candidate.to());
            findings.add(new Finding(candidate.kind(), codePoints, to, candidate.score(), candidate.why()));
        }
        return findings;
    }
}
