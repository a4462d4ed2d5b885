package org.muniment.production;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// This is our own look into every object of a PDF that was just written: only names, words and streams on the
/// allow-list, every object reached, every page the strokes it should have and no other.
final class FileCheck {
    private static final int IDENTIFIER_BYTES = 16;

    private final ReleasedDocument expected;
    private final DocumentMetadata metadata;
    private final PdfParts parts;
    private final Set<Integer> reached = new HashSet<>();
    private final Map<String, Integer> words = new TreeMap<>();

    FileCheck(ReleasedDocument expected, DocumentMetadata metadata, PdfParts parts) {
        this.expected = expected;
        this.metadata = metadata;
        this.parts = parts;
    }

    /// Throws at the first objection; it names the page where there is one.
    void run() throws PdfIsUnexpected {
        walk(parts.trailer());
        if (!reached.equals(parts.objects().keySet())) throw new PdfIsUnexpected("an object that nothing refers to");
        checkWords();
        var catalog = parts.dictionary(parts.trailer().entries().get("Root"));
        checkStreams(catalog);
        checkPages(catalog);
    }

    private void walk(PdfValue value) throws PdfIsUnexpected {
        switch (value) {
            case PdfValue.Name(var name) -> AllowedNames.check(name, expected);
            case PdfValue.Text(var bytes) -> words.merge(bytes, 1, Integer::sum);
            case PdfValue.Listing(var items) -> {
                for (var item : items) walk(item);
            }
            case PdfValue.Dictionary(var entries) -> {
                for (var entry : entries.entrySet()) {
                    AllowedNames.check(entry.getKey(), expected);
                    walk(entry.getValue());
                }
            }
            case PdfValue.Reference reference -> {
                if (reached.add(reference.object())) walk(parts.resolve(reference));
            }
            case PdfValue.Numeral _ -> {}
            case PdfValue.Word(var word) -> {
                if (!Set.of("true", "null").contains(word)) throw new PdfIsUnexpected("a word that we do not write");
            }
        }
    }

    /// The file's words are exactly those that the title, the dates, the fonts and the pages call for.
    private void checkWords() throws PdfIsUnexpected {
        Map<String, Integer> allowed = new TreeMap<>();
        for (var word : List.of(
                PdfObjects.textBytes(metadata.title()),
                metadata.pdfDate(),
                metadata.pdfDate(),
                DocumentMetadata.LANGUAGE)) allowed.merge(word, 1, Integer::sum);
        allowed.merge(DocumentMetadata.PROGRAM, 2, Integer::sum);
        allowed.merge(PdfWriter.COLOURS, 2, Integer::sum);
        for (var _ : expected.fonts())
            for (var word : List.of("Adobe", "Identity")) allowed.merge(word, 1, Integer::sum);
        for (var sheet : expected.sheets())
            for (var line : sheet.page().lines())
                for (var spoken : SpokenWords.of(line)) allowed.merge(PdfObjects.textBytes(spoken), 1, Integer::sum);
        var found = new TreeMap<>(words);
        found.keySet().removeIf(word -> word.length() == IDENTIFIER_BYTES && isIdentifier(word));
        if (!found.equals(allowed))
            throw new PdfIsUnexpected("words outside its pages that are not those it should have");
    }

    private boolean isIdentifier(String word) {
        return parts.trailer().entries().get("ID") instanceof PdfValue.Listing(var items)
                && items.equals(List.of(new PdfValue.Text(word), new PdfValue.Text(word)))
                && words.getOrDefault(word, 0) == 2;
    }

    /// As many streams as there are pages and font parts, besides the colour profile and the metadata.
    private void checkStreams(Map<String, PdfValue> catalog) throws PdfIsUnexpected {
        int count = 0;
        for (var _ : parts.streams()) count++;
        if (count != expected.sheets().size() + 3 * expected.fonts().size() + 2)
            throw new PdfIsUnexpected("more or fewer streams than it should have");
        var xmp = parts.stream(ReadFont.reference(catalog.get("Metadata")));
        if (!xmp.equals(PdfObjects.latin(metadata.xmp())))
            throw new PdfIsUnexpected("other metadata than it should have");
        if (!(catalog.get("OutputIntents") instanceof PdfValue.Listing(var intents)) || intents.size() != 1)
            throw new PdfIsUnexpected("no colour profile, or several");
        var profile = parts.stream(
                ReadFont.reference(parts.dictionary(intents.getFirst()).get("DestOutputProfile")));
        if (!profile.equals(PdfObjects.latin(PdfWriter.colourProfile())))
            throw new PdfIsUnexpected("another colour profile than ours");
    }

    private void checkPages(Map<String, PdfValue> catalog) throws PdfIsUnexpected {
        var tree = parts.dictionary(catalog.get("Pages"));
        if (!(tree.get("Kids") instanceof PdfValue.Listing(var pages))
                || pages.size() != expected.sheets().size())
            throw new PdfIsUnexpected("more or fewer pages than it should have");
        Map<String, ReadFont> fonts = Map.of();
        for (int i = 0; i < pages.size(); i++) {
            var page = parts.dictionary(pages.get(i));
            if (i == 0) fonts = fonts(page);
            checkPage(page, expected.sheets().get(i), fonts);
        }
    }

    private void checkPage(Map<String, PdfValue> page, Sheet sheet, Map<String, ReadFont> fonts)
            throws PdfIsUnexpected {
        if (!AllowedNames.OF_A_PAGE.equals(page.keySet()))
            throw new PdfIsUnexpected("page " + sheet.name() + " has other properties than it should have");
        checkSize(page, sheet);
        List<Stroke> found;
        try {
            found = ContentReader.read(parts.stream(ReadFont.reference(page.get("Contents"))), fonts);
        } catch (PdfIsUnexpected e) {
            throw new PdfIsUnexpected("page " + sheet.name() + " has " + e.getMessage());
        }
        var allowed = Stroke.expectedOn(sheet);
        for (int i = 0; i < Math.max(found.size(), allowed.size()); i++)
            if (i >= found.size() || i >= allowed.size() || !allowed.get(i).isLike(found.get(i)))
                throw new PdfIsUnexpected(
                        "page %s: the %d. thing drawn is not what it should be (%d drawn, %d expected)"
                                .formatted(sheet.name(), i + 1, found.size(), allowed.size()));
    }

    private void checkSize(Map<String, PdfValue> page, Sheet sheet) throws PdfIsUnexpected {
        List<Double> corners = new ArrayList<>();
        if (page.get("MediaBox") instanceof PdfValue.Listing(var items))
            for (var item : items) if (item instanceof PdfValue.Numeral(var value)) corners.add(value);
        boolean isRight = corners.size() == 4
                && corners.get(0) == 0
                && corners.get(1) == 0
                && Math.abs(corners.get(2) - expected.format().width()) < 0.01
                && Math.abs(corners.get(3) - expected.format().height()) < 0.01;
        if (!isRight) throw new PdfIsUnexpected("page " + sheet.name() + " has another size than it should have");
    }

    private Map<String, ReadFont> fonts(Map<String, PdfValue> page) throws PdfIsUnexpected {
        var resources = parts.dictionary(page.get("Resources"));
        if (!resources.keySet().equals(Set.of("Font"))) throw new PdfIsUnexpected("resources that are no fonts");
        Map<String, ReadFont> fonts = new TreeMap<>();
        for (var entry : parts.dictionary(resources.get("Font")).entrySet())
            fonts.put(entry.getKey(), font(parts.dictionary(entry.getValue())));
        return fonts;
    }

    private ReadFont font(Map<String, PdfValue> font) throws PdfIsUnexpected {
        if (!(font.get("DescendantFonts") instanceof PdfValue.Listing(var descendants)) || descendants.size() != 1)
            throw new PdfIsUnexpected("a font of another kind than ours");
        var descendant = parts.dictionary(descendants.getFirst());
        var program = parts.dictionary(descendant.get("FontDescriptor")).get("FontFile2");
        ReadFont.checkProgram(parts.stream(ReadFont.reference(program)));
        var read = ReadFont.of(parts, font);
        if (parts.stream(ReadFont.reference(descendant.get("CIDToGIDMap"))).length()
                != 2 * (read.characters().size() + 1))
            throw new PdfIsUnexpected("a font with glyphs beyond its characters");
        return read;
    }
}
