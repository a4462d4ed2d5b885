package org.muniment.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.inspection.Finding.Kind;

/// This is what must not be in a file: one term a line, compared without case, spaces and compatibility
/// forms.
public final class AbsentTerms {
    private static final long FILE_BYTES_MAX = 4 << 20;
    private static final int TERMS_MAX = 10_000;

    /// By the folded term; what it was in the file.
    private final Map<String, String> byFolded = new LinkedHashMap<>();

    private AbsentTerms(Iterable<String> lines) {
        for (String line : lines) {
            String folded = FoldedText.of(line);
            if (!folded.isEmpty()) byFolded.putIfAbsent(folded, line.strip());
        }
    }

    public static AbsentTerms none() {
        return new AbsentTerms(List.of());
    }

    public static AbsentTerms of(List<String> terms) {
        return new AbsentTerms(terms);
    }

    /// Reads UTF-8, one term a line; blank lines do not count. Throws [TermsAreTooMany] over 10,000 terms.
    public static AbsentTerms read(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) throw new TermsAreTooMany();
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> lines =
                (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
        if (lines.size() > TERMS_MAX) throw new TermsAreTooMany();
        return new AbsentTerms(lines);
    }

    boolean isEmpty() {
        return byFolded.isEmpty();
    }

    List<String> terms() {
        return List.copyOf(byFolded.values());
    }

    /// The terms, of at least so many characters, that the folded text holds.
    List<String> in(String folded, int charactersMin) {
        List<String> found = new ArrayList<>();
        byFolded.forEach((term, written) -> {
            if (term.length() >= charactersMin && folded.contains(term)) found.add(written);
        });
        return found;
    }

    /// The terms on a page, as its text is drawn and as it stands line by line.
    List<Finding> on(int page, List<TracedGlyph> glyphs) {
        if (isEmpty()) return List.of();
        List<TracedGlyph> byPlace = glyphs.stream()
                .sorted(Comparator.<TracedGlyph>comparingLong(
                                glyph -> -Math.round(glyph.baseline().y()))
                        .thenComparingDouble(glyph -> glyph.baseline().x()))
                .toList();
        Map<String, Finding> found = new LinkedHashMap<>();
        for (List<TracedGlyph> order : List.of(glyphs, byPlace)) find(page, order, found);
        return List.copyOf(found.values());
    }

    private void find(int page, List<TracedGlyph> glyphs, Map<String, Finding> found) {
        StringBuilder text = new StringBuilder();
        List<TracedGlyph> owners = new ArrayList<>();
        for (TracedGlyph glyph : glyphs) {
            String folded = FoldedText.of(glyph.text());
            text.append(folded);
            for (int i = 0; i < folded.length(); i++) owners.add(glyph);
        }
        byFolded.forEach((term, written) -> {
            int at = text.indexOf(term);
            if (at < 0 || found.containsKey(written)) return;
            var bounds = owners.get(at).ink().getBounds2D();
            for (int i = at; i < at + term.length(); i++)
                bounds.add(owners.get(i).ink());
            found.put(written, Finding.at(page, Kind.TERM, Box.of(bounds), written));
        });
    }

    /// The file of terms is no list of terms.
    public static final class TermsAreTooMany extends RuntimeException {
        TermsAreTooMany() {
            super("The file of terms is too long: at most 10,000 lines and 4 MiB. Is it the right file?");
        }
    }
}
