package org.muniment.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.law.Exemption;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.ProvisionId;
import org.muniment.law.RowKind;
import org.muniment.law.Verifications;
import org.springframework.stereotype.Component;

/// This says which exemptions a kind of personal data may fall under, out of the law's data
/// (`detectors.yaml`). Any thread may use it.
@Component
public final class CandidateExemptions {
    private final LawBook book;
    private final Verifications verifications;

    public CandidateExemptions(LawBook book, Verifications verifications) {
        this.book = book;
        this.verifications = verifications;
    }

    /// The likeliest first, of those in force that day and offered in the menu; none if the data names none.
    public List<CandidateExemption> of(PersonalData kind, JurisdictionId jurisdiction, LocalDate onDay) {
        return book.rows(jurisdiction, RowKind.DETECTORS, onDay).stream()
                .filter(row -> row.text("detector").equals(kind.detector()))
                .flatMap(row -> candidates(row, onDay))
                .toList();
    }

    private Stream<CandidateExemption> candidates(LawRow row, LocalDate onDay) {
        return row.texts("candidates").stream()
                .map(id -> book.exemption(new ProvisionId(id), onDay))
                .flatMap(Optional::stream)
                .filter(Exemption::offerInMenu)
                .map(exemption -> new CandidateExemption(
                        exemption, row.provision().plain(), verifications.standing(exemption.provision(), onDay)));
    }
}
