package org.muniment.correspondence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.law.LawBook;
import org.muniment.law.ProvisionId;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.muniment.review.Ground;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewItem;
import org.muniment.review.Reviews;
import org.springframework.stereotype.Component;

/// This lists the exemptions that a request's review used, each once, as a letter names them.
@Component
class GroundsUsed {
    private final Reviews reviews;
    private final LawBook law;
    private final Verifications verifications;

    GroundsUsed(Reviews reviews, LawBook law, Verifications verifications) {
        this.reviews = reviews;
        this.law = law;
        this.verifications = verifications;
    }

    List<LetterPiece> of(RecordsRequest request) {
        List<LetterPiece> pieces = new ArrayList<>();
        for (Ground ground : grounds(request)) piece(ground, request).ifPresent(pieces::add);
        return pieces;
    }

    private Set<Ground> grounds(RecordsRequest request) {
        Set<Ground> grounds = new LinkedHashSet<>();
        for (ReviewItem item : reviews.items(request.id())) {
            if (item.decision() instanceof ReviewDecision.Withhold withheld) grounds.addAll(withheld.grounds());
            if (item.decision() instanceof ReviewDecision.Redact)
                item.marks().forEach(mark -> grounds.add(mark.ground()));
        }
        return grounds;
    }

    private Optional<LetterPiece> piece(Ground ground, RecordsRequest request) {
        return law.exemption(new ProvisionId(ground.exemption()), request.lawOn())
                .map(exemption -> {
                    var row = exemption.provision();
                    String detail = ground.detail().isEmpty() ? "" : " (" + ground.detail() + ")";
                    return LetterPiece.cited(
                            LetterPiece.Form.GROUND,
                            "%s: %s%s".formatted(row.citation(), exemption.longLabel(), detail),
                            new LetterPiece.CitedRow(
                                    row.id().value(), row.citation(), verifications.standing(row, request.lawOn())));
                });
    }
}
