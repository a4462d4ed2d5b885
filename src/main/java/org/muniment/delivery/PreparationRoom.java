package org.muniment.delivery;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.collection.SearchCertificates;
import org.muniment.law.LawBook;
import org.muniment.production.CityLetterhead;
import org.muniment.production.PaperFile;
import org.muniment.production.ReleaseInWork;
import org.muniment.production.ReleaseOrder;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestId;
import org.muniment.review.ReviewFiles;
import org.muniment.review.Reviews;
import org.muniment.sandbox.Sandbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// This is all that making a release takes: the archive, the law, the city's name, the press.
@Component
final class PreparationRoom {
    private final Archive archive;
    private final Sandbox sandbox;
    private final Supplier<FontShelf> fonts;
    private final DeliveryFolders folders;
    private final Reviews reviews;
    private final ReviewFiles files;
    private final LawBook book;
    private final CityLetterhead head;
    private final Function<RequestId, List<PaperFile>> certificates;
    private final ZoneId zone;

    @Autowired
    PreparationRoom(
            Archive archive,
            Sandbox sandbox,
            ObjectProvider<FontShelf> fonts,
            DeliveryFolders folders,
            Reviews reviews,
            ReviewFiles files,
            LawBook book,
            CityLetterhead head,
            SearchCertificates certificates,
            ZoneId zone) {
        this(archive, sandbox, fonts::getObject, folders, reviews, files, book, head, certificates::latest, zone);
    }

    PreparationRoom(
            Archive archive,
            Sandbox sandbox,
            Supplier<FontShelf> fonts,
            DeliveryFolders folders,
            Reviews reviews,
            ReviewFiles files,
            LawBook book,
            CityLetterhead head,
            Function<RequestId, List<PaperFile>> certificates,
            ZoneId zone) {
        this.archive = archive;
        this.sandbox = sandbox;
        this.fonts = fonts;
        this.folders = folders;
        this.reviews = reviews;
        this.files = files;
        this.book = book;
        this.head = head;
        this.certificates = certificates;
        this.zone = zone;
    }

    Preparation.Made make(Delivery delivery, Covered covered, PreparationProgress progress) throws IOException {
        var order = new ReleaseOrder(
                covered.request().label(),
                delivery.part(),
                delivery.first(),
                Preparation.messages(covered),
                reviews.marks(covered.request(), covered.items()),
                delivery.preparedAt());
        var shelf = fonts.get();
        var folder = folders.begin(delivery.id());
        var index = new WithholdingIndex(archive, book, zone, shelf);
        try (var work = ReleaseInWork.begin(archive, sandbox, shelf, order, folder)) {
            return new Preparation(delivery, covered, work, files, index, papers(covered), zone).make(folder, progress);
        }
    }

    private Preparation.CityPapers papers(Covered covered) {
        return new Preparation.CityPapers(
                head.now(), certificates.apply(covered.request().id()));
    }
}
