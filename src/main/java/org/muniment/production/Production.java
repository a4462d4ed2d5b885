package org.muniment.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.muniment.rendition.FontShelf;
import org.muniment.rendition.PageFormat;
import org.muniment.rendition.PageLayout;
import org.muniment.rendition.Passage;
import org.muniment.rendition.ShownMessage;
import org.muniment.review.LeftElsewhere;
import org.muniment.review.Redaction;
import org.muniment.search.FoundMessage;

/// This is one release in the making: each message is reviewed, laid out, written and verified before the next is
/// looked at; then come the log, the manifest and the ZIP. For one thread.
final class Production implements AutoCloseable {
    static final String LOG_CSV = "redaction-log.csv";
    static final String LOG_PDF = "redaction-log.pdf";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.note";

    private static final int BEGINNING_CHARACTERS = 200;

    private final Path work;
    private final Path folder;
    private final BatesPrefix prefix;
    private final FontShelf fonts;
    private final Redaction redaction;
    private final PageLayout layout;
    private final Stamp stamp;
    private final Poppler poppler;
    private final Press press;
    private final Instant releasedAt;
    private final RedactionLog log = new RedactionLog();
    private final List<ReleasedFile> files = new ArrayList<>();
    private final Set<String> withheld = new LinkedHashSet<>();
    private final WithheldWords withheldWords = new WithheldWords();
    private BatesNumber next;

    Production(Path work, BatesPrefix prefix, FontShelf fonts, Poppler poppler, Redaction redaction, Instant releasedAt)
            throws IOException {
        this(work, prefix, fonts, poppler, redaction, releasedAt, Stamp.plain(fonts));
    }

    Production(
            Path work,
            BatesPrefix prefix,
            FontShelf fonts,
            Poppler poppler,
            Redaction redaction,
            Instant releasedAt,
            Stamp stamp)
            throws IOException {
        this.work = work;
        this.folder = Files.createDirectory(work.resolve(prefix.releaseName()));
        this.prefix = prefix;
        this.fonts = fonts;
        this.redaction = redaction;
        this.layout = new PageLayout(PageFormat.LETTER, fonts);
        this.stamp = stamp;
        this.poppler = poppler;
        this.press = new Press(poppler, releasedAt);
        this.releasedAt = releasedAt;
        this.next = prefix.first();
    }

    /// Adds one message. Throws [ReleaseRefused] if its PDF, read back, is not exactly what may be shown.
    ShownMessage add(FoundMessage message, List<Passage> passages) throws IOException {
        var reviewed = redaction.apply(message.accession(), message.captures(), passages);
        var document = stamp.bates(layout.layOut(reviewed.shown()), next);
        var ofMessage = redaction.takeWithheld(message.accession());
        files.add(press.message(document, folder.resolve(next + ".pdf"), message.captures(), ofMessage));
        for (var text : ofMessage) {
            withheld.add(beginning(text));
            withheldWords.add(text);
        }
        log.add(document, reviewed.rows());
        next = next.plus(document.sheets().size());
        return reviewed.shown();
    }

    boolean hasWithheld() {
        return !withheld.isEmpty();
    }

    List<LeftElsewhere> leftElsewhere(ShownMessage message) {
        return redaction.leftElsewhere(message);
    }

    /// Ends the release: log, manifest, its signature, the ZIP; and beside them what is for the officer alone.
    Manifest finish(Manifest.Origin origin, List<LeftElsewhere> left, UnaryOperator<String> sign) throws IOException {
        Files.writeString(folder.resolve(LOG_CSV), log.csv(), StandardCharsets.UTF_8);
        files.add(Press.measured(folder.resolve(LOG_CSV)));
        files.add(press.log(new LogPages(fonts, stamp).of(prefix, log, totals()), folder.resolve(LOG_PDF), withheld));
        var manifest = new Manifest(origin, totals(), releasedAt, files, press.fonts(), poppler.version());
        var search = WithheldSearch.of(withheld, log.exemptions() + RedactionLog.ownWords() + manifest.ownWords());
        boolean tells = withheldWords.areIn(origin.query().parsed())
                || search.finds(PdfObjects.latin(utf8(origin.query().parsed())));
        var json = tells ? manifest.withoutQuery().json() : manifest.json();
        Files.writeString(folder.resolve(MANIFEST), json);
        Files.writeString(
                folder.resolve(SIGNATURE), sign.apply(manifest.noteText(Press.measured(folder.resolve(MANIFEST)))));
        searchWhatIsNoPdf(search);
        ReleaseZip.write(folder, work.resolve(prefix.releaseName() + ".zip"), releasedAt);
        OfficerNotes.write(work.resolve("officer-only"), left, redaction.unusedMarks(), files);
        return manifest;
    }

    List<ReleasedFile> files() {
        return List.copyOf(files);
    }

    ReleaseTotals totals() {
        long pages = next.number() - 1;
        var last = new BatesNumber(prefix, Math.max(1, pages)).toString();
        return new ReleaseTotals(
                prefix.first().toString(),
                last,
                pages,
                messages(),
                captures(),
                log.entries().size());
    }

    @Override
    public void close() throws IOException {
        press.close();
    }

    private void searchWhatIsNoPdf(WithheldSearch search) throws IOException {
        for (var name : List.of(LOG_CSV, MANIFEST, SIGNATURE))
            if (search.finds(PdfObjects.latin(Files.readAllBytes(folder.resolve(name)))))
                throw new ReleaseRefused("The file " + name + " would hold withheld text. Look at the exemptions in"
                        + " the marks file and at the prefix: they are released as written.");
    }

    /// Enough to know a text by, and no more than that is kept of it.
    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), BEGINNING_CHARACTERS));
    }

    private long messages() {
        return files.stream().filter(file -> !file.captures().isEmpty()).count();
    }

    private long captures() {
        return files.stream().mapToLong(file -> file.captures().size()).sum();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
