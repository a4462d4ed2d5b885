package org.muniment.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;

/// This is the fonts pages may use, in order of preference. Safe for use by several threads.
///
/// Only families known here are taken (Noto, Droid Sans Fallback, DejaVu, Symbola, Unifont): the same set of font
/// packages gives the same pages on any machine. The last is Liberation Sans, which ships inside PDFBox.
public final class FontShelf {
    private static final String SHIPPED = "LiberationSans-Regular";

    private final List<LoadedFont> regular;
    private final List<LoadedFont> forSharedCharacters;
    private final LoadedFont bold;
    private final Map<FontFace, LoadedFont> byFace = new HashMap<>();
    private final Map<Integer, Optional<Glyph>> regularGlyphs = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Glyph>> boldGlyphs = new ConcurrentHashMap<>();

    private FontShelf(List<LoadedFont> regular, List<LoadedFont> ofOneScript, LoadedFont bold) {
        this.regular = List.copyOf(regular);
        forSharedCharacters = new ArrayList<>(regular);
        forSharedCharacters.removeAll(ofOneScript);
        forSharedCharacters.addAll(ofOneScript);
        this.bold = bold;
        byFace.put(bold.face(), bold);
        for (LoadedFont font : regular) byFace.put(font.face(), font);
    }

    /// The fonts found in this machine's standard folders, and the one that ships. Takes about half a second.
    public static FontShelf ofThisMachine() throws IOException {
        Path home = Path.of(System.getProperty("user.home", ""));
        return of(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of("/Library/Fonts"),
                home.resolve(".local/share/fonts")));
    }

    /// The fonts found in these folders and below, and the one that ships. A file that is no font is passed over.
    public static FontShelf of(List<Path> folders) throws IOException {
        List<FontFile> files = new ArrayList<>();
        for (Path folder : folders) files.addAll(filesIn(folder));
        files.sort(FontFile.PREFERENCE);
        List<LoadedFont> regular = new ArrayList<>();
        List<LoadedFont> ofOneScript = new ArrayList<>();
        for (FontFile file : files) {
            Optional<LoadedFont> font = file.isKnown() ? load(file) : Optional.empty();
            font.ifPresent(regular::add);
            if (file.isOfOneScript()) font.ifPresent(ofOneScript::add);
        }
        regular.add(LoadedFont.of(SHIPPED, FontShelf::openShipped));
        LoadedFont bold = files.stream()
                .filter(FontFile::isBold)
                .flatMap(file -> load(file).stream())
                .findFirst()
                .orElse(regular.getFirst());
        return new FontShelf(regular, ofOneScript, bold);
    }

    /// The fonts on the shelf, the preferred first.
    public List<FontFace> faces() {
        return regular.stream().map(LoadedFont::face).toList();
    }

    /// Empty if no font has the character.
    Optional<Glyph> glyph(int codePoint, Weight weight) {
        Map<Integer, Optional<Glyph>> known = weight == Weight.BOLD ? boldGlyphs : regularGlyphs;
        return known.computeIfAbsent(codePoint, missing -> find(missing, weight));
    }

    /// The character in this font, if it has it; else in the preferred one of those that have it.
    Optional<Glyph> glyph(int codePoint, Weight weight, FontFace preferred) {
        LoadedFont font = byFace.get(preferred);
        return font != null && font.has(codePoint) ? Optional.of(font.glyph(codePoint)) : glyph(codePoint, weight);
    }

    enum Weight {
        REGULAR,
        BOLD
    }

    private Optional<Glyph> find(int codePoint, Weight weight) {
        if (weight == Weight.BOLD && bold.has(codePoint)) return Optional.of(bold.glyph(codePoint));
        return candidates(codePoint).stream()
                .filter(font -> font.has(codePoint))
                .findFirst()
                .map(font -> font.glyph(codePoint));
    }

    /// Punctuation shared by scripts looks odd out of the font of one of them.
    private List<LoadedFont> candidates(int codePoint) {
        return UnicodeScript.of(codePoint) == UnicodeScript.COMMON ? forSharedCharacters : regular;
    }

    private static List<FontFile> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> paths = Files.walk(folder, 8)) {
            return paths.filter(Files::isRegularFile).map(FontFile::of).toList();
        } catch (UncheckedIOException e) {
            throw new IOException("The fonts in " + folder + " cannot be listed.", e);
        }
    }

    private static Optional<LoadedFont> load(FontFile file) {
        try {
            return Optional.of(file.load());
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    private static InputStream openShipped() throws IOException {
        InputStream font = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/" + SHIPPED + ".ttf");
        if (font == null) throw new IOException("the font " + SHIPPED + " is missing from the program");
        return font;
    }
}
