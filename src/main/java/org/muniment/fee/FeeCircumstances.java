package org.muniment.fee;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// This is what a fee depends on beside the quantities.
///
/// @param population of the municipality, where it is known
/// @param met the conditions that are met
/// @param late whether the answer came after its day
/// @param ownRates what an hour or page costs the city itself
public record FeeCircumstances(
        Body body,
        RequesterKind requester,
        Optional<Integer> population,
        Set<Condition> met,
        Lateness late,
        Map<Component, Cents> ownRates) {

    public FeeCircumstances {
        met = Set.copyOf(met);
        ownRates = Map.copyOf(ownRates);
    }

    /// Nothing special: a municipality, a requester of no special kind, an answer in time, a published
    /// fee policy.
    public static final FeeCircumstances ORDINARY = new FeeCircumstances(
            Body.MUNICIPALITY,
            RequesterKind.OTHER,
            Optional.empty(),
            Set.of(Condition.FEE_POLICY_PUBLISHED),
            Lateness.IN_TIME,
            Map.of());

    /// Who answers.
    public enum Body {
        MUNICIPALITY,
        STATE_AGENCY
    }

    /// Who asks, where the law tells them apart.
    public enum RequesterKind {
        COMMERCIAL,
        MEDIA,
        EDUCATIONAL,
        OTHER
    }

    public enum Lateness {
        IN_TIME,
        LATE
    }

    /// What must be so before a component may be charged.
    public enum Condition {
        FEE_POLICY_PUBLISHED("the city published its fee policy before the request"),
        REDACTION_REQUIRED_BY_LAW("a law requires the redaction"),
        PETITION_APPROVED("the Supervisor of Records approved a petition for it"),
        LAW_ENFORCEMENT_AGENCY("the redaction was done by a law-enforcement agency"),
        GOOD_FAITH_CONTACTS("the requester had timely notice and three offers to talk about the scope");

        private final String words;

        Condition(String words) {
            this.words = words;
        }

        /// Returns it as the end of "only if …".
        public String words() {
            return words;
        }
    }

    FeeCircumstances with(Lateness lateness) {
        return new FeeCircumstances(body, requester, population, met, lateness, ownRates);
    }
}
