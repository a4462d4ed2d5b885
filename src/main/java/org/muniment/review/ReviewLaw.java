package org.muniment.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.law.Exemption;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.MarkingRule;
import org.muniment.law.ProvisionId;
import org.muniment.law.Standing;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.springframework.stereotype.Component;

/// The exemptions of a request: those in force in its jurisdiction on its day, as counsel has
/// verified them or not.
@Component
final class ReviewLaw {
    private final LawBook book;
    private final Verifications verifications;

    ReviewLaw(LawBook book, Verifications verifications) {
        this.book = book;
        this.verifications = verifications;
    }

    /// One row of the menu.
    ///
    /// @param detail what must be named with it; absent if nothing
    /// @param standing how far the city may rely on it; on a draft any row may be used
    record ReviewMenuRow(
            String id,
            String code,
            String label,
            String covers,
            String citation,
            Exemption.Mode mode,
            Exemption.Test test,
            Optional<Exemption.RequiredSubfield> detail,
            Optional<String> until,
            Standing standing) {}

    /// The rows anybody may choose.
    List<ReviewMenuRow> menu(RecordsRequest request) {
        return book.exemptions(request.jurisdiction(), request.lawOn()).stream()
                .filter(Exemption::offerInMenu)
                .map(row -> menuRow(row, request))
                .toList();
    }

    private ReviewMenuRow menuRow(Exemption row, RecordsRequest request) {
        return new ReviewMenuRow(
                row.id().value(),
                row.code(),
                row.boxLabel(),
                row.longLabel(),
                row.provision().citation(),
                row.mode(),
                row.test(),
                row.requiredSubfield(),
                row.until(),
                verifications.standing(row.provision(), request.lawOn()));
    }

    /// Refuses a ground that is not in the menu, or lacks what its row wants to be named.
    void require(Ground ground, RecordsRequest request) {
        Exemption row = exemption(ground, request)
                .filter(Exemption::offerInMenu)
                .filter(found -> found.id().jurisdiction().equals(request.jurisdiction()))
                .orElseThrow(() -> new ReviewIsMalformed("The exemption \"" + ground.exemption()
                        + "\" is not in the menu of this request. Choose one of it."));
        if (row.requiredSubfield().isPresent() && ground.detail().isEmpty())
            throw new ReviewIsMalformed(row.code() + " says too little alone. Name "
                    + switch (row.requiredSubfield().get()) {
                        case STATUTE -> "the other statute";
                        case PRIVILEGE -> "the privilege";
                        case STATUTE_OR_PRIVILEGE -> "the other statute or the privilege";
                        case REASONS -> "the reasons";
                    }
                    + " with it.");
    }

    /// What is printed in the box.
    String label(Ground ground, RecordsRequest request) {
        return exemption(ground, request).map(Exemption::code).orElse(ground.exemption());
    }

    /// The same marks, each box stating the amount where the jurisdiction's law wants that.
    RedactionMarks asTheLawWants(RedactionMarks marks, JurisdictionId jurisdiction, LocalDate lawOn) {
        boolean wantsAmounts = book.marking(jurisdiction, lawOn)
                .filter(MarkingRule::amountMustShow)
                .isPresent();
        return wantsAmounts ? marks.statingAmounts() : marks;
    }

    /// How far the city may rely on the row, for a request of that day.
    Standing standing(Ground ground, RecordsRequest request) {
        return exemption(ground, request)
                .map(row -> verifications.standing(row.provision(), request.lawOn()))
                .orElse(Standing.EXPIRED);
    }

    /// Refuses whoever is not counsel if what the law leaves no choice about, and was final, would be
    /// gone; of an item that counsel called privileged, if any mark that was final would be.
    void keepMandatory(ItemState before, ItemState after, Actor actor, RecordsRequest request) {
        if (actor.is(Role.COUNSEL)) return;
        for (PlaceMark mark : before.marks())
            if (!mark.isDraft() && !after.marks().contains(mark)) {
                if (before.isPrivileged()) throw OnlyCounselOverrides.ofPrivilegedMark();
                keep(mark.ground(), request);
            }
        for (Ground ground : before.verdict().grounds())
            if (!after.verdict().grounds().contains(ground)) keep(ground, request);
    }

    private void keep(Ground ground, RecordsRequest request) {
        exemption(ground, request)
                .filter(row -> row.mode() == Exemption.Mode.MANDATORY)
                .ifPresent(row -> {
                    throw OnlyCounselOverrides.ofMandatory(row.code());
                });
    }

    private Optional<Exemption> exemption(Ground ground, RecordsRequest request) {
        return book.exemption(new ProvisionId(ground.exemption()), request.lawOn());
    }
}
