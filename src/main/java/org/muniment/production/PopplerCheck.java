package org.muniment.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// This is what poppler makes of a PDF that was just written, held against what it should show.
final class PopplerCheck {
    /// Bounds what one run gives back.
    private static final int PAGES_AT_ONCE = 200;

    private static final Pattern PAGE = Pattern.compile("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\">");
    private static final Pattern FONT =
            Pattern.compile("[A-Z]{6}\\+(\\S+) +CID TrueType +Identity-H +yes yes yes +[0-9]+ +0");

    private final Poppler poppler;
    private final ReleasedDocument expected;
    private final DocumentMetadata metadata;
    private final Path file;

    PopplerCheck(Poppler poppler, ReleasedDocument expected, DocumentMetadata metadata, Path file) {
        this.poppler = poppler;
        this.expected = expected;
        this.metadata = metadata;
        this.file = file;
    }

    void run() throws PdfIsUnexpected, IOException {
        checkFacts();
        checkFonts();
        int pages = expected.sheets().size();
        for (int first = 1; first <= pages; first += PAGES_AT_ONCE)
            checkText(first, Math.min(pages, first + PAGES_AT_ONCE - 1));
    }

    private void checkFacts() throws PdfIsUnexpected, IOException {
        var found = new HashMap<String, String>();
        for (var line : poppler.facts(file).lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0)
                found.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        for (var fact : facts().entrySet())
            if (!fact.getValue().equals(found.get(fact.getKey())))
                throw new PdfIsUnexpected("another \"%s\" than it should have".formatted(fact.getKey()));
        for (var word : Set.of("Author", "Subject", "Keywords", "Trapped"))
            if (found.containsKey(word)) throw new PdfIsUnexpected("a property that none should have: " + word);
    }

    private Map<String, String> facts() throws IOException {
        var date = DateTimeFormatter.ISO_INSTANT.format(metadata.releasedAt());
        return Map.ofEntries(
                Map.entry("Title", metadata.title()),
                Map.entry("Creator", DocumentMetadata.PROGRAM),
                Map.entry("Producer", DocumentMetadata.PROGRAM),
                Map.entry("CreationDate", date),
                Map.entry("ModDate", date),
                Map.entry("Custom Metadata", "no"),
                Map.entry("Tagged", "yes"),
                Map.entry("Form", "none"),
                Map.entry("JavaScript", "no"),
                Map.entry("Pages", "" + expected.sheets().size()),
                Map.entry("Encrypted", "no"),
                Map.entry("Page rot", "0"),
                Map.entry("File size", Files.size(file) + " bytes"),
                Map.entry("PDF version", "1.7"));
    }

    /// All embedded, subset, and with their characters.
    private void checkFonts() throws PdfIsUnexpected {
        Set<String> found = new HashSet<>();
        for (var line : poppler.fonts(file).lines().skip(2).toList()) {
            var matcher = FONT.matcher(line);
            if (!matcher.matches()) throw new PdfIsUnexpected("a font that is not embedded as it should be");
            found.add(matcher.group(1));
        }
        var wanted = expected.fonts().stream().map(EmbeddedFont::baseName).collect(Collectors.toSet());
        if (!found.equals(wanted)) throw new PdfIsUnexpected("other fonts than it should have");
    }

    private void checkText(int first, int last) throws PdfIsUnexpected {
        var xhtml = poppler.words(file, first, last);
        var starts = PAGE.matcher(xhtml).results().toList();
        if (starts.size() != last - first + 1) throw new PdfIsUnexpected("more or fewer pages than it should have");
        for (int i = 0; i < starts.size(); i++) {
            int end = xhtml.indexOf("</page>", starts.get(i).end());
            double height = Double.parseDouble(starts.get(i).group(2));
            var words = PlacedWord.in(xhtml.substring(starts.get(i).end(), end), height);
            new PageText(expected.sheets().get(first - 1 + i)).compareWith(words);
        }
    }
}
