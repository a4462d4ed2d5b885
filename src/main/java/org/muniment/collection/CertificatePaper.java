package org.muniment.collection;

import java.util.ArrayList;
import java.util.List;
import org.muniment.production.Letterhead;
import org.muniment.production.Paper;
import org.muniment.production.PaperPart;
import org.muniment.production.PaperPart.Column;
import org.muniment.production.PaperPart.Fact;
import org.muniment.production.PaperPart.Facts;
import org.muniment.production.PaperPart.Heading;
import org.muniment.production.PaperPart.Items;
import org.muniment.production.PaperPart.Paragraph;
import org.muniment.production.PaperPart.Signature;
import org.muniment.production.PaperPart.Table;
import org.muniment.production.PaperPart.Title;

/// This writes a search certificate for people.
final class CertificatePaper {
    private final CertifiedSearches said;
    private final CertificateWords words;
    private final CertifiedSearch certified;
    private final List<PaperPart> parts = new ArrayList<>();

    private CertificatePaper(CertifiedSearches said) {
        this.said = said;
        this.words = new CertificateWords(said.zone());
        this.certified = new CertifiedSearch(words);
    }

    static Paper of(CertifiedSearches said, Letterhead head) {
        CertificatePaper paper = new CertificatePaper(said);
        paper.write();
        return new Paper(said.label(), head, paper.parts);
    }

    private void write() {
        parts.add(new Title("Certificate of search"));
        parts.add(new Facts(List.of(
                new Fact("Records request", said.request().label()),
                new Fact("Received", CertificateWords.day(said.request().receivedOn())),
                new Fact("Certificate", "number %d of this request".formatted(said.number())),
                new Fact("Issued", words.moment(said.at()) + ", by " + said.by()))));
        parts.add(new Paragraph(CertifiedSearches.STATEMENT));
        holdings();
        if (said.searches().isEmpty()) parts.add(new Paragraph("No search was saved on this request."));
        said.searches().forEach(search -> parts.addAll(certified.parts(search)));
        collected();
        notSearched();
        if (!said.alsoSaid().isEmpty()) {
            parts.add(new Heading("Also stated by the person who issues this"));
            parts.add(new Items(said.alsoSaid()));
        }
        verification();
        parts.add(new Signature(List.of(said.by(), "Date:")));
    }

    private void holdings() {
        var holdings = said.holdings();
        parts.add(new Heading("What there was to search"));
        String days = holdings.firstDay().isEmpty()
                ? "–"
                : CertificateWords.day(holdings.firstDay().get()) + " to "
                        + CertificateWords.day(holdings.lastDay().orElseThrow());
        parts.add(new Facts(List.of(
                new Fact("Archive", said.archive()),
                new Fact("Reach", holdings.wholeCity() ? "the whole city’s mail" : "the mail of some departments only"),
                new Fact(
                        "Messages",
                        "%,d, and %,d more that counsel keeps back"
                                .formatted(holdings.messages(), holdings.keptBack())),
                new Fact("Sent", days),
                new Fact("Came from", String.join(", ", holdings.sources())),
                new Fact("Partly unreadable", CertificateWords.counted(holdings.withUnreadParts(), "message")))));
    }

    private void collected() {
        parts.add(new Heading("What was put under review"));
        if (said.collected().isEmpty()) {
            parts.add(new Paragraph("Nothing was put under review from these searches."));
            return;
        }
        parts.add(new Table(
                List.of(
                        new Column("When, by whom", 6),
                        new Column("Search", 3),
                        new Column("Matched", 3),
                        new Column("Of these kept back", 3),
                        new Column("There already", 3),
                        new Column("Added", 3)),
                said.collected().stream().map(this::collecting).toList()));
        parts.add(
                new Paragraph("A message that was delivered several times is reviewed once. What counsel keeps back is"
                        + " reviewed by counsel."));
    }

    private List<String> collecting(Collected one) {
        return List.of(
                words.moment(one.begunAt()) + ", " + one.by(),
                one.search() + ", version " + one.version(),
                CertificateWords.figure(one.matched()),
                CertificateWords.figure(one.matchedKeptBack()),
                CertificateWords.figure(one.alreadyThere()),
                CertificateWords.figure(one.added()));
    }

    private void notSearched() {
        parts.add(new Heading("What was not searched"));
        parts.add(new Items(said.notSearched()));
    }

    private void verification() {
        parts.add(new Heading("How to check this"));
        parts.add(
                new Paragraph("The archive signed the SHA-256 of this PDF and of the JSON beside it with the key of its"
                        + " log; the signature is the file " + said.name()
                        + ".note. Any verifier of C2SP signed notes checks it."));
        parts.add(new Facts(List.of(
                new Fact("Key", said.key()),
                new Fact("Fingerprint", said.keyFingerprint()),
                new Fact("Log", said.checkpoint().strip()))));
    }
}
