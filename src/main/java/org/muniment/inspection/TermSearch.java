package org.muniment.inspection;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.jspecify.annotations.Nullable;
import org.muniment.inspection.Finding.Kind;
import org.muniment.inspection.Unreadable.Refused;

/// Looks for terms everywhere else than on the pages: every object, whether anything refers to it
/// or not, every stream, every earlier version, every byte.
final class TermSearch {
    private static final int DEPTH_MAX = 500;

    private final AbsentTerms terms;
    private final Layers layers;
    private final Consumer<Finding> found;
    private final Consumer<String> unread;
    private final Set<String> reported = new HashSet<>();
    private final Set<COSBase> seen = new HashSet<>();
    private final ByteSearch bytes;

    TermSearch(AbsentTerms terms, Layers layers, Consumer<Finding> found, Consumer<String> unread) {
        this.terms = terms;
        this.layers = layers;
        this.found = found;
        this.unread = unread;
        this.bytes = new ByteSearch(terms, this::report, unread);
    }

    void search(byte[] file, PDDocument pdf, Revisions revisions) throws IOException {
        if (terms.isEmpty()) return;
        searchObjects(pdf, "");
        for (int number = 1; number < revisions.count(); number++) {
            String where = " in version %d of %d".formatted(number, revisions.count());
            try (PDDocument before = PdfReading.open(revisions.bytes(number))) {
                searchPages(before, where);
                searchObjects(before, where);
            } catch (Refused | RuntimeException unreadable) {
                // Its bytes are searched below.
            }
        }
        bytes.search(file, Echoes.IN_THE_BYTES);
    }

    private void report(String term, String where) {
        if (reported.add(term + "\n" + where)) found.accept(Finding.elsewhere(0, Kind.TERM, term, where));
    }

    private void searchText(String text, String where) {
        for (String term : terms.in(FoldedText.of(text), 1)) report(term, where);
    }

    private void searchPages(PDDocument pdf, String where) throws IOException {
        for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
            PageTrace trace = new PageTrace(pdf.getPage(number - 1), new Layers(pdf));
            trace.run();
            for (Finding finding : terms.on(number, trace.glyphs()))
                report(finding.text(), "on page " + number + where);
        }
    }

    private void searchObjects(PDDocument pdf, String where) {
        walk(pdf.getDocument().getTrailer(), Where.IN_THE_FILE, where, 0);
        for (COSObjectKey key : pdf.getDocument().getXrefTable().keySet())
            walk(pdf.getDocument().getObjectFromPool(key), Where.IN_THE_FILE, where, 0);
    }

    /// A place in words, known by the key that led there.
    private enum Where {
        IN_THE_FILE(Echoes.IN_AN_OBJECT),
        IN_METADATA("in the metadata"),
        IN_A_BOOKMARK("in a bookmark"),
        IN_AN_ATTACHMENT("in an attachment"),
        IN_AN_ANNOTATION("in an annotation or form field"),
        FOR_SCREEN_READERS("in the text for screen readers"),
        IN_A_SCRIPT("in a script");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        Where under(String key) {
            return switch (key) {
                case "Info", "Metadata", "PieceInfo" -> IN_METADATA;
                case "Outlines" -> IN_A_BOOKMARK;
                case "EmbeddedFiles", "EF", "AF" -> IN_AN_ATTACHMENT;
                case "Annots", "AcroForm" -> IN_AN_ANNOTATION;
                case "StructTreeRoot", "ActualText", "Alt", "E" -> FOR_SCREEN_READERS;
                case "JS", "JavaScript" -> IN_A_SCRIPT;
                default -> this;
            };
        }
    }

    private void walk(@Nullable COSBase value, Where place, String suffix, int depth) {
        if (depth > DEPTH_MAX) {
            unread.accept("objects nested deeper than " + DEPTH_MAX);
            return;
        }
        switch (value) {
            case COSObject reference -> {
                COSBase resolved = reference.getObject();
                if (resolved != null) walk(resolved, place, suffix, depth + 1);
            }
            case COSString string -> {
                searchText(string.getString(), place.words + suffix);
                bytes.searchRaw(string.getBytes(), place.words + suffix);
            }
            case COSName name -> {
                if (!StandardNames.isOne(name.getName())) searchText(name.getName(), "in a name of the file" + suffix);
            }
            case COSDictionary dictionary -> {
                if (seen.add(dictionary)) walkEntries(dictionary, place, suffix, depth);
            }
            case COSArray array -> {
                if (seen.add(array)) for (COSBase item : array) walk(item, place, suffix, depth + 1);
            }
            case null, default -> {}
        }
    }

    private void walkEntries(COSDictionary dictionary, Where place, String suffix, int depth) {
        for (COSName key : dictionary.keySet()) {
            walk(key, place, suffix, depth);
            COSBase item = dictionary.getItem(key);
            if (item != null && !FontNames.isOne(key)) walk(item, place.under(key.getName()), suffix, depth + 1);
        }
        if (dictionary instanceof COSStream stream) searchStream(stream, place.words + suffix);
    }

    private void searchStream(COSStream stream, String where) {
        try {
            bytes.searchStream(stream, where);
            drawn(stream, where);
        } catch (IOException | RuntimeException broken) {
            unread.accept("a stream could not be read");
        }
    }

    /// Text in a form or a pattern, in whatever encoding, whether a page uses it or not.
    private void drawn(COSStream stream, String where) throws IOException {
        boolean isForm = COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE));
        boolean isPattern = stream.getInt(COSName.PATTERN_TYPE) == 1;
        if (!isForm && !isPattern) return;
        PDContentStream content = isForm ? new PDFormXObject(stream) : new PDTilingPattern(stream);
        StringBuilder text = new StringBuilder();
        for (TracedGlyph glyph : new PageTrace(new PDPage(), layers).loose(content)) text.append(glyph.text());
        searchText(text.toString(), where);
    }
}
