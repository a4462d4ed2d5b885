package org.muniment.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muniment.production.Letterhead;
import org.muniment.production.Paper;
import org.muniment.production.PaperPart;
import org.muniment.production.ReleaseTotals;
import org.muniment.request.RecordsRequest;

/// This is the first paper of a release: what it answers, what is in it, what is not, and how to check it.
record CoverPaper(
        RecordsRequest request,
        Letterhead head,
        int part,
        ReleaseTotals totals,
        List<DeliveredItem> items,
        int withheld,
        Instant preparedAt,
        ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    Paper paper() {
        var parts = new ArrayList<PaperPart>();
        parts.add(new PaperPart.Title("Records released: %s, part %d".formatted(request.label(), part)));
        parts.add(new PaperPart.Facts(facts()));
        files(parts);
        parts.add(new PaperPart.Heading("What is not in it"));
        parts.add(new PaperPart.Items(notIn()));
        parts.add(new PaperPart.Heading("How to check it"));
        parts.add(
                new PaperPart.Paragraph(
                        "The file manifest.json names every file with its SHA-256; manifest.note is signed with the archive's"
                                + " key and binds the manifest. Each page was read back by a second program before it was released."));
        return new Paper("%s part %d cover".formatted(request.label(), part), head, parts);
    }

    private List<PaperPart.Fact> facts() {
        var facts = new ArrayList<>(List.of(
                new PaperPart.Fact("Request", request.label()),
                new PaperPart.Fact("Received", DAY.format(request.lawOn())),
                new PaperPart.Fact("Prepared", DAY.withZone(zone).format(preparedAt)),
                new PaperPart.Fact(
                        "Messages",
                        totals.messages() == 0
                                ? "none"
                                : "%,d on %,d %s, numbered %s to %s"
                                        .formatted(
                                                totals.messages(),
                                                totals.pages(),
                                                totals.pages() == 1 ? "page" : "pages",
                                                totals.firstBates(),
                                                totals.lastBates()))));
        if (totals.redactions() > 0)
            facts.add(new PaperPart.Fact(
                    "Redactions",
                    "%,d, each marked on its page with the exemption, and listed in the redaction log"
                            .formatted(totals.redactions())));
        if (withheld > 0)
            facts.add(new PaperPart.Fact(
                    "Withheld whole",
                    "%,d %s, listed with reasons in the withholding index"
                            .formatted(withheld, withheld == 1 ? "document" : "documents")));
        return facts;
    }

    private void files(List<PaperPart> parts) {
        var files = items.stream()
                .filter(item -> item.outcome() == DeliveredItem.Outcome.AS_IT_IS)
                .toList();
        if (files.isEmpty()) return;
        parts.add(new PaperPart.Heading("Files released as they are"));
        parts.add(new PaperPart.Paragraph(
                "These files are released whole, byte for byte. Nothing in them was redacted."));
        parts.add(
                new PaperPart.Items(files.stream().map(DeliveredItem::fileName).toList()));
    }

    private List<String> notIn() {
        var notIn = new ArrayList<String>();
        notIn.add("What the law lets the city withhold: see the redaction log and the withholding index, if any.");
        notIn.add("The contents of files attached to messages: the pages name each attachment, its type and size. Ask"
                + " for those you want.");
        if (part > 1) notIn.add("What was released in an earlier part. The page numbers go on from there.");
        return notIn;
    }
}
