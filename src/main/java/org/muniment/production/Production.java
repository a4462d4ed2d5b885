package org.muniment.production;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.PageLayout;
import org.muniment.rendition.Passage;
import org.muniment.rendition.ShownMessage;
import org.muniment.review.LeftElsewhere;
import org.muniment.review.Redaction;
import org.muniment.review.RedactionRow;
import org.muniment.search.FoundMessage;

/// This is one release in the making: each message is reviewed and laid out in turn, and written
/// and verified at a press while the next is looked at; then come the log, the manifest and the
/// ZIP. For one thread.
final class Production implements AutoCloseable {
    static final String LOG_CSV = "redaction-log.csv";
    static final String LOG_PDF = "redaction-log.pdf";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.note";

    private final Path work;
    private final Path folder;
    private final BatesNumber first;
    private final FontShelf fonts;
    private final Redaction redaction;
    private final PageLayout layout;
    private final Stamp stamp;
    private final Poppler poppler;
    private final PressRoom presses;
    private final Instant releasedAt;
    private final RedactionLog log = new RedactionLog();
    private final List<ReleasedFile> beside = new ArrayList<>();
    private final WithheldOfRelease withheld = new WithheldOfRelease();
    private BatesNumber next;
    private long captures;
    private long messages;

    Production(Path work, BatesPrefix prefix, FontShelf fonts, Poppler poppler, Redaction redaction, Instant releasedAt)
            throws IOException {
        this(work, prefix.first(), fonts, poppler, redaction, releasedAt, Stamp.plain(fonts));
    }

    Production(
            Path work,
            BatesNumber first,
            FontShelf fonts,
            Poppler poppler,
            Redaction redaction,
            Instant releasedAt,
            Stamp stamp)
            throws IOException {
        this.work = work;
        this.first = first;
        this.folder = Files.createDirectory(work.resolve(first.prefix().releaseName()));
        this.fonts = fonts;
        this.redaction = redaction;
        this.layout = new PageLayout(PageFormat.LETTER, fonts);
        this.stamp = stamp;
        this.poppler = poppler;
        this.presses = new PressRoom(poppler, releasedAt);
        this.releasedAt = releasedAt;
        this.next = first;
    }

    /// What became of one message: what is shown of it, and a row for each box.
    record Added(ShownMessage shown, BatesNumber first, int pages, List<RedactionRow> rows) {}

    /// Adds one message. Throws [ReleaseRefused], here or at the end, if a PDF, read back, is not exactly what may be
    /// shown.
    Added add(FoundMessage message, List<Passage> passages) throws IOException {
        var reviewed = redaction.apply(message.accession(), message.captures(), passages);
        var document = stamp.bates(layout.layOut(reviewed.shown()), next);
        var ofMessage = redaction.takeWithheld(message.accession());
        presses.message(document, folder.resolve(next + ".pdf"), message.captures(), ofMessage);
        ofMessage.forEach(withheld::add);
        log.add(document, reviewed.rows());
        var added = new Added(reviewed.shown(), next, document.sheets().size(), reviewed.rows());
        next = next.plus(added.pages());
        messages++;
        captures += message.captures().size();
        return added;
    }

    /// Adds a file as it is.
    void add(String name, InputStream content) throws IOException {
        Files.copy(content, folder.resolve(name));
        beside.add(Press.measured(folder.resolve(name)));
    }

    /// Prints a paper among the files.
    void add(String name, Paper paper) throws IOException {
        beside.add(presses.paper(new PaperPages(fonts, stamp).of(paper), folder.resolve(name), withheld.beginnings()));
    }

    boolean hasWithheld() {
        return !withheld.isNone();
    }

    List<LeftElsewhere> leftElsewhere(ShownMessage message) {
        return redaction.leftElsewhere(message);
    }

    /// How many messages are printed and verified.
    long printed() {
        return presses.done();
    }

    /// Ends the release: log, manifest, its signature, the ZIP; and beside them what is for the officer alone.
    Manifest finish(Origin origin, List<LeftElsewhere> left, UnaryOperator<String> sign) throws IOException {
        writeLog();
        var manifest = writeManifest(origin);
        Files.writeString(
                folder.resolve(SIGNATURE), sign.apply(manifest.noteText(Press.measured(folder.resolve(MANIFEST)))));
        searchWhatIsNoPdf(List.of(LOG_CSV, MANIFEST, SIGNATURE), manifest);
        ReleaseZip.write(folder, work.resolve(first.prefix().releaseName() + ".zip"), releasedAt);
        OfficerNotes.write(work.resolve("officer-only"), left, redaction.unusedMarks(), presses.printed());
        return manifest;
    }

    /// Ends what is to be signed by somebody else later: log and manifest.
    Manifest finishUnsigned(Origin origin) throws IOException {
        if (messages > 0) writeLog();
        var manifest = writeManifest(origin);
        searchWhatIsNoPdf(messages > 0 ? List.of(LOG_CSV, MANIFEST) : List.of(MANIFEST), manifest);
        return manifest;
    }

    /// The messages' files, then the others.
    List<ReleasedFile> files() throws IOException {
        var files = presses.printed();
        files.addAll(beside);
        return files;
    }

    ReleaseTotals totals() {
        long pages = next.number() - first.number();
        var last = new BatesNumber(first.prefix(), Math.max(first.number(), next.number() - 1));
        return new ReleaseTotals(
                first.toString(),
                last.toString(),
                pages,
                messages,
                captures,
                log.entries().size());
    }

    @Override
    public void close() throws IOException {
        presses.close();
    }

    private void writeLog() throws IOException {
        Files.writeString(folder.resolve(LOG_CSV), log.csv(), StandardCharsets.UTF_8);
        beside.add(Press.measured(folder.resolve(LOG_CSV)));
        var pages = new LogPages(fonts, stamp).of(first.prefix(), log, totals());
        beside.add(presses.paper(pages, folder.resolve(LOG_PDF), withheld.beginnings()));
    }

    private Manifest writeManifest(Origin origin) throws IOException {
        var manifest = new Manifest(origin, totals(), releasedAt, files(), presses.fonts(), poppler.version());
        boolean tells = withheld.isToldBy(origin.asked(), search(manifest));
        Files.writeString(
                folder.resolve(MANIFEST), tells ? manifest.withoutQuery().json() : manifest.json());
        return manifest;
    }

    private WithheldSearch search(Manifest manifest) {
        return WithheldSearch.of(
                withheld.beginnings(), log.exemptions() + RedactionLog.ownWords() + manifest.ownWords());
    }

    private void searchWhatIsNoPdf(List<String> names, Manifest manifest) throws IOException {
        var search = search(manifest);
        for (var name : names)
            if (search.finds(PdfObjects.latin(Files.readAllBytes(folder.resolve(name)))))
                throw new ReleaseRefused("The file " + name + " would hold withheld text. Look at the exemptions in"
                        + " the marks file and at the prefix: they are released as written.");
    }
}
