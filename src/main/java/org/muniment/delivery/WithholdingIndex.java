package org.muniment.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.law.Exemption;
import org.muniment.law.LawBook;
import org.muniment.law.ProvisionId;
import org.muniment.message.EmailAddress;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.production.Letterhead;
import org.muniment.production.Paper;
import org.muniment.production.PaperPart;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.MessagePassages;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.PageLayout;
import org.muniment.rendition.ShownMessage;
import org.muniment.rendition.ShownPassage;
import org.muniment.request.RecordsRequest;
import org.muniment.review.Ground;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewItem;
import org.muniment.review.ReviewMatter;
import org.muniment.spreadsheet.Csv;

/// This makes the withholding index (after Vaughn v. Rosen, 484 F.2d 820): a line for each document
/// withheld whole, with what it is, why, and by which law, as far as that tells nothing of what is
/// withheld. Of what counsel keeps back it gives counsel's exemption alone.
final class WithholdingIndex {
    private static final int PEOPLE_NAMED_MAX = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final List<String> HEADINGS =
            List.of("Item", "Date", "Type", "Author and recipients", "Pages", "Exemption", "Citation", "Basis");
    /// Wide enough for each heading on one line, and for a number of five digits.
    private static final List<Integer> SHARES = List.of(6, 9, 10, 16, 6, 11, 14, 20);

    private final Archive archive;
    private final LawBook book;
    private final ZoneId zone;
    private final PageLayout layout;

    WithholdingIndex(Archive archive, LawBook book, ZoneId zone, FontShelf fonts) {
        this.archive = archive;
        this.book = book;
        this.zone = zone;
        this.layout = new PageLayout(PageFormat.LETTER, fonts);
    }

    List<WithheldLine> of(RecordsRequest request, List<ReviewItem> items, Delivery.IndexNames names)
            throws IOException {
        var lines = new ArrayList<WithheldLine>();
        for (var item : items)
            if (item.decision() instanceof ReviewDecision.Withhold withheld)
                lines.add(line(request, item, withheld, names));
        return lines;
    }

    Paper paper(RecordsRequest request, Letterhead head, List<WithheldLine> lines) {
        List<PaperPart.Column> columns = new ArrayList<>();
        for (int i = 0; i < HEADINGS.size(); i++) columns.add(new PaperPart.Column(HEADINGS.get(i), SHARES.get(i)));
        return new Paper(
                "Withholding index, " + request.label(),
                head,
                Paper.Orientation.ACROSS,
                Paper.Standing.FINAL,
                List.of(
                        new PaperPart.Title("Withholding index"),
                        new PaperPart.Paragraph(
                                "These documents answer request %s and are withheld whole. What is withheld within a document that is released is in the redaction log."
                                        .formatted(request.label())),
                        new PaperPart.Table(
                                columns, lines.stream().map(WithheldLine::cells).toList())));
    }

    static String csv(List<WithheldLine> lines) {
        var csv = new StringBuilder("\uFEFF" + Csv.row(HEADINGS));
        for (var line : lines) csv.append(Csv.row(line.cells()));
        return csv.toString();
    }

    private WithheldLine line(
            RecordsRequest request, ReviewItem item, ReviewDecision.Withhold withheld, Delivery.IndexNames names)
            throws IOException {
        var exemptions =
                withheld.grounds().stream().map(ground -> code(request, ground)).toList();
        var citations = withheld.grounds().stream()
                .map(ground -> citation(request, ground))
                .toList();
        if (item.keptBack())
            return new WithheldLine(item.number(), "", "", "", 0, exemptions, citations, "Kept back by counsel");
        return switch (item.matter()) {
            case ReviewMatter.Mail(var accession) -> {
                var capture = parsed(accession);
                var message = capture.message();
                yield new WithheldLine(
                        item.number(),
                        message.sentAt()
                                .map(at -> DAY.withZone(zone).format(at))
                                .orElse(""),
                        type(message),
                        names == Delivery.IndexNames.NAMED ? people(message) : "",
                        pages(accession, capture),
                        exemptions,
                        citations,
                        withheld.reason());
            }
            case ReviewMatter.OtherFile file ->
                new WithheldLine(item.number(), "", type(file), "", 0, exemptions, citations, withheld.reason());
        };
    }

    private ParsedCapture parsed(AccessionNumber accession) throws IOException {
        try (InputStream raw = archive.message(accession).open()) {
            return MailParser.parse(raw);
        }
    }

    private int pages(AccessionNumber accession, ParsedCapture capture) {
        var passages =
                MessagePassages.of(capture).stream().map(ShownPassage::whole).toList();
        return layout.layOut(new ShownMessage(accession, passages)).pages().size();
    }

    private static String type(Message message) {
        int attached = message.attachmentNames().size();
        return switch (attached) {
            case 0 -> "E-mail";
            case 1 -> "E-mail, 1 attachment";
            default -> "E-mail, %d attachments".formatted(attached);
        };
    }

    private static String type(ReviewMatter.OtherFile file) {
        var ending = FileEnding.of(file.name());
        return ending.isEmpty() ? "File" : "File (" + ending.substring(1) + ")";
    }

    private static String people(Message message) {
        var to = Stream.concat(message.to().stream(), message.cc().stream()).toList();
        return "From %s%nTo %s".formatted(named(message.from()), named(to));
    }

    private static String named(List<EmailAddress> people) {
        if (people.isEmpty()) return "nobody named";
        var first = people.stream()
                .limit(PEOPLE_NAMED_MAX)
                .map(one -> one.name().isEmpty() ? one.address() : one.name())
                .collect(Collectors.joining(", "));
        int more = people.size() - PEOPLE_NAMED_MAX;
        return more > 0 ? first + " and %d more".formatted(more) : first;
    }

    private String code(RecordsRequest request, Ground ground) {
        return row(request, ground).code();
    }

    private String citation(RecordsRequest request, Ground ground) {
        var citation = row(request, ground).provision().citation();
        return ground.detail().isEmpty() ? citation : citation + " (" + ground.detail() + ")";
    }

    private Exemption row(RecordsRequest request, Ground ground) {
        return book.exemption(new ProvisionId(ground.exemption()), request.lawOn())
                .orElseThrow(() -> new ReleaseIsNotReady("The exemption " + ground.exemption() + " is not in force."));
    }
}
