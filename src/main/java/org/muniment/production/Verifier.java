package org.muniment.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// This is the gate of a release: a PDF that was just written is read back from the disk by poppler and by a reader of
/// our own, and must be exactly what the pages allow. Any difference is a refusal that names the place.
final class Verifier {
    private final Poppler poppler;
    private final Instant releasedAt;

    Verifier(Poppler poppler, Instant releasedAt) {
        this.poppler = poppler;
        this.releasedAt = releasedAt;
    }

    /// Throws [ReleaseRefused] unless the file shows and holds what is expected, and nothing that was withheld.
    void verify(ReleasedDocument expected, Path file, Iterable<String> withheld) throws IOException {
        var metadata = new DocumentMetadata(expected.title(), releasedAt);
        var name = file.getFileName().toString();
        try {
            var bytes = Files.readAllBytes(file);
            var parts = PdfParts.of(bytes);
            new FileCheck(expected, metadata, parts).run();
            new PopplerCheck(poppler, expected, metadata, file).run();
            search(WithheldSearch.of(withheld, shown(expected) + ownWords()), bytes, parts, name);
        } catch (PdfIsUnexpected e) {
            throw new ReleaseRefused("Read back, %s is not what it should be: %s.".formatted(name, e.getMessage()));
        }
    }

    private static void search(WithheldSearch search, byte[] bytes, PdfParts parts, String name)
            throws PdfIsUnexpected {
        if (search.finds(name)) throw new PdfIsUnexpected("its name holds withheld text");
        if (search.finds(PdfObjects.latin(bytes))) throw new PdfIsUnexpected("it holds withheld text");
        for (int stream : parts.streams())
            if (search.finds(parts.stream(stream)))
                throw new PdfIsUnexpected("its stream in object " + stream + " holds withheld text");
    }

    /// What every file says, so that it tells nothing of this one's message. Its title is not among it.
    private String ownWords() {
        var untitled = new DocumentMetadata("", releasedAt);
        return "\n" + AllowedNames.all() + untitled.pdfDate() + new String(untitled.xmp(), StandardCharsets.UTF_8);
    }

    private static String shown(ReleasedDocument expected) {
        var read = new StringBuilder();
        var drawn = new StringBuilder();
        for (var sheet : expected.sheets()) {
            for (var line : sheet.page().lines()) {
                read.append(line.text());
                drawn.append(line.drawnText());
            }
            sheet.artefactTexts().forEach(text -> drawn.append(text.glyphs()));
        }
        return read.append(drawn).toString();
    }
}
