package org.muniment.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// These are words that the law wants in a letter.
///
/// @param uses the letters they belong in
/// @param words as they stand in the letter
/// @param onlyWith only in a letter that rests on one of these rows; empty: in every such letter
public record StatutoryWords(Provision provision, Set<Use> uses, String words, List<ProvisionId> onlyWith) {
    public StatutoryWords {
        uses = Set.copyOf(uses);
        onlyWith = List.copyOf(onlyWith);
    }

    /// A letter that a request may need.
    public enum Use {
        ACKNOWLEDGEMENT,
        CLARIFICATION,
        EXTENSION,
        FEE_ESTIMATE,
        DENIAL,
        PARTIAL_DENIAL,
        NO_RECORDS,
        RELEASE,
        CLOSING,
        THIRD_PARTY_NOTICE
    }

    static StatutoryWords of(LawRow row) {
        Set<Use> uses = EnumSet.noneOf(Use.class);
        for (String use : row.texts("use"))
            uses.add(Use.valueOf(use.toUpperCase(Locale.ROOT).replace('-', '_')));
        return new StatutoryWords(
                row.provision(),
                uses,
                row.text("words"),
                row.texts("onlyWith").stream().map(ProvisionId::new).toList());
    }
}
