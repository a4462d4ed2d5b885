package org.muniment.production;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.Progress;
import org.muniment.rendition.FontShelf;
import org.muniment.review.LeftElsewhere;
import org.muniment.review.Redaction;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.FoundMessage;

/// This is a release for a records request in the making: its messages first, then what goes with them, then the
/// manifest. It is not signed, not in the archive and not packed: see [ReleasePackage]. For one thread.
///
/// It may be given up at any moment by closing it; what is in the folder then is the caller's to remove.
public final class ReleaseInWork implements AutoCloseable {
    private final Archive archive;
    private final ReleaseOrder order;
    private final Path folder;
    private final Redaction redaction;
    private final Production production;

    private ReleaseInWork(
            Archive archive, ReleaseOrder order, Path folder, Redaction redaction, Production production) {
        this.archive = archive;
        this.order = order;
        this.folder = folder;
        this.redaction = redaction;
        this.production = production;
    }

    /// Begins in a folder that is there. Throws [ReleaseRefused] if poppler is missing.
    public static ReleaseInWork begin(Archive archive, Sandbox sandbox, FontShelf fonts, ReleaseOrder order, Path work)
            throws IOException {
        var redaction = order.marks().begin();
        var production = new Production(
                work,
                order.first(),
                fonts,
                Poppler.in(sandbox),
                redaction,
                order.preparedAt(),
                Papers.stamp(archive, fonts));
        var folder = work.resolve(order.first().prefix().releaseName());
        return new ReleaseInWork(archive, order, folder, redaction, production);
    }

    /// Prints and verifies every message. `progress` is told of each; what it throws ends the work. Throws
    /// [ReleaseRefused], [org.muniment.review.MarksAreMalformed] or [org.muniment.rendition.RenditionIsTooLong].
    public List<ReleasedMessage> printMessages(Progress progress) throws IOException {
        var released = new ArrayList<ReleasedMessage>();
        for (var accession : order.messages()) {
            released.add(print(accession));
            progress.reached(production.printed(), order.messages().size());
        }
        production.files();
        progress.reached(order.messages().size(), order.messages().size());
        return released;
    }

    /// Where the messages still show text that is withheld in one of them: for a person to look at, and nobody else.
    public List<LeftElsewhere> leftElsewhere() throws IOException {
        var left = new ArrayList<LeftElsewhere>();
        if (!production.hasWithheld()) return left;
        var again = order.marks().begin();
        for (var accession : order.messages()) {
            var passages = Release.passages(archive, accession);
            left.addAll(production.leftElsewhere(
                    again.apply(accession, List.of(accession), passages).shown()));
        }
        return left;
    }

    /// Marks, by their number from 1, that withheld nothing.
    public List<Integer> unusedMarks() {
        return redaction.unusedMarks();
    }

    public ReleaseTotals totals() {
        return production.totals();
    }

    /// Adds a file as it is: its content is neither looked at nor redacted. The name is released as written.
    public void add(ReleasedName name, InputStream content) throws IOException {
        production.add(name.text(), content);
    }

    public void add(ReleasedName name, Paper paper) throws IOException {
        production.add(name.text(), paper);
    }

    /// Writes log and manifest; after this nothing can be added.
    public PreparedRelease finish() throws IOException {
        var origin = new Origin.OfRequest(archive.origin(), order.request(), order.part());
        production.finishUnsigned(origin);
        var manifest = folder.resolve(Production.MANIFEST);
        return new PreparedRelease(folder, Digests.sha256Hex(manifest), Files.size(manifest), production.files());
    }

    @Override
    public void close() throws IOException {
        production.close();
    }

    private ReleasedMessage print(AccessionNumber accession) throws IOException {
        var message = new FoundMessage(accession, List.of(accession));
        var added = production.add(message, Release.passages(archive, accession));
        var exemptions = added.rows().stream().map(row -> row.exemption()).toList();
        var last = added.first().plus(added.pages() - 1);
        return new ReleasedMessage(accession, added.first(), last, added.pages(), exemptions);
    }
}
