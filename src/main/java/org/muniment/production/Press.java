package org.muniment.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.FontFace;

/// This is where each PDF of a release is made: written, then read back, then measured.
final class Press implements AutoCloseable {
    private final FontPrograms programs = new FontPrograms();
    private final PdfWriter writer;
    private final Verifier verifier;
    private final SequencedSet<FontFace> fonts = new LinkedHashSet<>();

    Press(Poppler poppler, Instant releasedAt) {
        this.writer = new PdfWriter(programs, releasedAt);
        this.verifier = new Verifier(poppler, releasedAt);
    }

    /// The PDF of one message. `withheld` reaches the verifier only, when the file is written.
    ReleasedFile message(
            ReleasedDocument document, Path file, List<AccessionNumber> captures, Iterable<String> withheld)
            throws IOException {
        print(document, file, withheld);
        var sheets = document.sheets();
        return measured(
                file, sheets.size(), sheets.getFirst().name(), sheets.getLast().name(), captures);
    }

    /// A PDF in our own words.
    ReleasedFile log(ReleasedDocument document, Path file, Iterable<String> withheld) throws IOException {
        print(document, file, withheld);
        return measured(file, document.sheets().size(), "", "", List.of());
    }

    static ReleasedFile measured(Path file) throws IOException {
        return measured(file, 0, "", "", List.of());
    }

    /// The fonts used so far, in order of first use.
    SequencedSet<FontFace> fonts() {
        return fonts;
    }

    @Override
    public void close() throws IOException {
        programs.close();
    }

    private void print(ReleasedDocument document, Path file, Iterable<String> withheld) throws IOException {
        writer.write(document, file);
        verifier.verify(document, file, withheld);
        fonts.addAll(document.fonts());
    }

    private static ReleasedFile measured(
            Path file, int pages, String firstBates, String lastBates, List<AccessionNumber> captures)
            throws IOException {
        var name = file.getFileName().toString();
        return new ReleasedFile(
                name, Digests.sha256Hex(file), Files.size(file), pages, firstBates, lastBates, captures);
    }
}
