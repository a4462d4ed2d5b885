package org.muniment.testimony;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.production.Letterhead;
import org.muniment.production.Paper;
import org.muniment.production.PaperPart;
import org.muniment.production.Papers;
import org.muniment.production.ReleaseRefused;
import org.muniment.proof.CertificateDraft;
import org.muniment.proof.CertificatePart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This prints the draft of a certificate as PDF/UA, every page marked as a draft, read back before it goes along.
/// Without
/// the programs it is read back with, the bundle has the text alone.
public record CertificatePress(Papers papers, Supplier<Letterhead> letterhead) {
    private static final Logger LOG = LoggerFactory.getLogger(CertificatePress.class);
    /// Beyond this the text alone lists the items: nobody reads two hundred pages of hashes on paper.
    private static final int ITEMS_MAX = 200;

    Optional<byte[]> print(CertificateDraft draft) throws IOException {
        try {
            Paper paper = new Paper(draft.title(), letterhead.get(), parts(draft)).draft();
            return Optional.of(papers.print(paper, draft.preparedAt()).pdf());
        } catch (ReleaseRefused unprintable) {
            LOG.warn(
                    "The certificate is not printed as a PDF; the bundle has it as text: {}", unprintable.getMessage());
            return Optional.empty();
        }
    }

    private static List<PaperPart> parts(CertificateDraft draft) {
        long items = draft.parts().stream()
                .filter(CertificatePart.Exhibited.class::isInstance)
                .count();
        List<PaperPart> parts = new ArrayList<>(List.of(new PaperPart.Title(draft.title())));
        if (items > ITEMS_MAX)
            parts.add(new PaperPart.Paragraph(
                    "certificate.txt beside this file is part of it: it lists each of the %,d items."
                            .formatted(items)));
        for (CertificatePart part : draft.parts())
            if (!(part instanceof CertificatePart.Exhibited) || items <= ITEMS_MAX) parts.addAll(printed(part));
        return parts;
    }

    private static List<PaperPart> printed(CertificatePart part) {
        return switch (part) {
            case CertificatePart.Heading(var words) -> List.of(new PaperPart.Heading(words));
            case CertificatePart.Paragraph(var words) -> List.of(new PaperPart.Paragraph(words));
            case CertificatePart.Items(var items) -> List.of(new PaperPart.Items(items));
            case CertificatePart.Facts facts -> List.of(facts(facts));
            case CertificatePart.Exhibited(var title, var facts) ->
                List.of(new PaperPart.Paragraph(title), facts(facts));
            case CertificatePart.Signature(var lines) -> List.of(new PaperPart.Signature(lines));
        };
    }

    private static PaperPart facts(CertificatePart.Facts facts) {
        return new PaperPart.Facts(facts.facts().stream()
                .map(fact -> new PaperPart.Fact(fact.name(), fact.value()))
                .toList());
    }
}
