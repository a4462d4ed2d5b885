package org.muniment.privilege;

import java.time.Instant;
import java.util.Set;
import org.muniment.search.KeptBack;
import org.muniment.search.Participants;

/// One rule in force.
record PrivilegeRule(long id, RuleKind kind, String text, String note, String addedBy, Instant addedAt) {
    Participants people() {
        return switch (kind) {
            case ADDRESS -> new Participants(Set.of(text), Set.of());
            case DOMAIN -> new Participants(Set.of(), Set.of(text));
            case PHRASE -> Participants.NOBODY;
        };
    }

    /// For the audit trail, which is read by people who may know nothing of content.
    String told() {
        return switch (kind) {
            case ADDRESS -> "address " + text;
            case DOMAIN -> "domain " + text;
            case PHRASE -> "a phrase";
        };
    }

    Set<String> phrases() {
        return kind == RuleKind.PHRASE ? Set.of(text) : Set.of();
    }

    /// What this rule alone keeps back, beside what is released.
    KeptBack alone(KeptBack all) {
        return new KeptBack(people(), phrases(), all.released());
    }
}
