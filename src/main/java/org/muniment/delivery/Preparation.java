package org.muniment.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.AccessionNumber;
import org.muniment.production.Letterhead;
import org.muniment.production.PaperFile;
import org.muniment.production.PreparedRelease;
import org.muniment.production.ReleaseInWork;
import org.muniment.production.ReleasedMessage;
import org.muniment.production.ReleasedName;
import org.muniment.review.LeftElsewhere;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewFiles;
import org.muniment.review.ReviewItem;
import org.muniment.review.ReviewMatter;

/// This is one release being made from what it covers: pages, files as they are, index, cover, manifest.
final class Preparation {
    private final Delivery delivery;
    private final Covered covered;
    private final ReleaseInWork work;
    private final ReviewFiles files;
    private final WithholdingIndex index;
    private final CityPapers papers;
    private final ZoneId zone;
    private final List<DeliveredItem> items = new ArrayList<>();
    private final List<DeliveryWarning> warnings = new ArrayList<>();
    private final Map<AccessionNumber, Integer> numbers = new HashMap<>();

    Preparation(
            Delivery delivery,
            Covered covered,
            ReleaseInWork work,
            ReviewFiles files,
            WithholdingIndex index,
            CityPapers papers,
            ZoneId zone) {
        this.delivery = delivery;
        this.covered = covered;
        this.work = work;
        this.files = files;
        this.index = index;
        this.papers = papers;
        this.zone = zone;
    }

    /// What the city has besides: its letterhead, and the files of the latest certificate of search, if any.
    record CityPapers(Letterhead head, List<PaperFile> certificate) {
        CityPapers {
            certificate = List.copyOf(certificate);
        }
    }

    /// What came of it.
    record Made(
            PreparedRelease prepared,
            long pages,
            long redactions,
            List<DeliveredItem> items,
            List<DeliveryWarning> warnings) {}

    /// The messages that are printed, in the order of the review.
    static List<AccessionNumber> messages(Covered covered) {
        return covered.items().stream()
                .filter(Preparation::isPrinted)
                .map(item -> ((ReviewMatter.Mail) item.matter()).accession())
                .toList();
    }

    Made make(Path folder, PreparationProgress progress) throws IOException {
        Map<AccessionNumber, ReleasedMessage> printed = new HashMap<>();
        for (var message : work.printMessages(progress)) printed.put(message.accession(), message);
        for (var item : covered.items()) items.add(delivered(item, printed, folder));
        var withheld = index.of(covered.request(), covered.all(), delivery.names());
        if (!withheld.isEmpty()) {
            work.add(
                    new ReleasedName("withholding-index.pdf"), index.paper(covered.request(), papers.head(), withheld));
            var csv = WithholdingIndex.csv(withheld).getBytes(StandardCharsets.UTF_8);
            work.add(new ReleasedName("withholding-index.csv"), new ByteArrayInputStream(csv));
        }
        for (var file : papers.certificate())
            work.add(new ReleasedName(file.name()), new ByteArrayInputStream(file.bytes()));
        var totals = work.totals();
        var cover = new CoverPaper(
                covered.request(),
                papers.head(),
                delivery.part(),
                totals,
                items,
                withheld.size(),
                delivery.preparedAt(),
                zone);
        work.add(new ReleasedName("cover.pdf"), cover.paper());
        for (var left : work.leftElsewhere()) warnings.add(warning(left));
        var prepared = work.finish();
        progress.reached(progress.total(), progress.total());
        return new Made(prepared, totals.pages(), totals.redactions(), items, warnings);
    }

    private static boolean isPrinted(ReviewItem item) {
        return item.matter() instanceof ReviewMatter.Mail
                && (item.decision() instanceof ReviewDecision.Release
                        || item.decision() instanceof ReviewDecision.Redact);
    }

    private DeliveredItem delivered(ReviewItem item, Map<AccessionNumber, ReleasedMessage> printed, Path folder)
            throws IOException {
        return switch (item.decision()) {
            case ReviewDecision.Release _, ReviewDecision.Redact _ ->
                switch (item.matter()) {
                    case ReviewMatter.Mail(var accession) -> {
                        numbers.put(accession, item.number());
                        var message = printed.get(accession);
                        if (message == null) throw new IllegalStateException("not printed: " + accession);
                        yield message(item, message);
                    }
                    case ReviewMatter.OtherFile file -> asItIs(item, file, folder);
                };
            case ReviewDecision.Withhold withheld -> rest(item, DeliveredItem.Outcome.WITHHELD, withheld.exemptions());
            case ReviewDecision.NotResponsive _ -> rest(item, DeliveredItem.Outcome.NOT_RESPONSIVE, List.of());
            case ReviewDecision.Undecided _, ReviewDecision.Referred _ ->
                throw new IllegalStateException("undecided: item " + item.number());
        };
    }

    private static DeliveredItem message(ReviewItem item, ReleasedMessage message) {
        boolean isRedacted = !message.exemptions().isEmpty();
        return new DeliveredItem(
                item.number(),
                Decisions.matter(item),
                Decisions.sha256(item),
                isRedacted ? DeliveredItem.Outcome.REDACTED : DeliveredItem.Outcome.RELEASED,
                message.first().toString(),
                message.last().toString(),
                message.pages(),
                message.first() + ".pdf",
                message.exemptions().stream().distinct().toList());
    }

    /// A file that is not mail leaves byte for byte, under a name of ours.
    private DeliveredItem asItIs(ReviewItem item, ReviewMatter.OtherFile file, Path folder) throws IOException {
        var name = new ReleasedName(
                "%sFILE-%d%s".formatted(delivery.first().prefix().text(), item.number(), FileEnding.of(file.name())));
        var copy = folder.resolve("file-in-work");
        try (var out = Files.newOutputStream(copy)) {
            files.copy(file, out);
        }
        try (var in = Files.newInputStream(copy)) {
            work.add(name, in);
        } finally {
            Files.delete(copy);
        }
        warnings.add(new DeliveryWarning(
                item.number(),
                "Item %d is a file released as it is: nothing in it was redacted, and its own properties go with it."
                        .formatted(item.number())));
        return new DeliveredItem(
                item.number(),
                Decisions.matter(item),
                Decisions.sha256(item),
                DeliveredItem.Outcome.AS_IT_IS,
                "",
                "",
                0,
                name.text(),
                List.of());
    }

    private static DeliveredItem rest(ReviewItem item, DeliveredItem.Outcome outcome, List<String> exemptions) {
        return new DeliveredItem(
                item.number(), Decisions.matter(item), Decisions.sha256(item), outcome, "", "", 0, "", exemptions);
    }

    private DeliveryWarning warning(LeftElsewhere left) {
        int item = numbers.getOrDefault(left.accession(), 0);
        return new DeliveryWarning(
                item,
                "Item %d still shows, in part %s, words that are withheld in another place (%d %s). Is that meant?"
                        .formatted(item, left.part(), left.times(), left.times() == 1 ? "time" : "times"));
    }
}
