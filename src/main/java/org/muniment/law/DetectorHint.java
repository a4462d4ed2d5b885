package org.muniment.law;

import java.util.List;

/// This is which grounds to look at when a kind of personal data is found: a suggestion, never a
/// statement of law.
///
/// @param detector the kind of data, such as ssn
/// @param candidates best first
public record DetectorHint(Provision provision, String detector, List<ProvisionId> candidates) {
    public DetectorHint {
        candidates = List.copyOf(candidates);
    }

    static DetectorHint of(LawRow row) {
        return new DetectorHint(
                row.provision(),
                row.text("detector"),
                row.texts("candidates").stream().map(ProvisionId::new).toList());
    }
}
