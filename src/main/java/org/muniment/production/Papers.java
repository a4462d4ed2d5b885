package org.muniment.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.rendition.FontShelf;
import org.muniment.sandbox.Sandbox;

/// This is how a paper in the city's own words becomes a PDF: PDF/A-2u and PDF/UA-1, by the same press as the released
/// messages, and read back by poppler before anybody gets it. Any thread may use it.
public final class Papers {
    private final Sandbox sandbox;
    private final Supplier<FontShelf> fonts;
    private final Function<FontShelf, Stamp> stamp;
    private final Path temporary;

    /// `fonts` is asked when the first paper is printed; `temporary` is a folder for files in work. Papers of a
    /// demonstration's archive say so on each page.
    public Papers(Archive archive, Sandbox sandbox, Supplier<FontShelf> fonts, Path temporary) {
        this(shelf -> stamp(archive, shelf), sandbox, fonts, temporary);
    }

    Papers(Function<FontShelf, Stamp> stamp, Sandbox sandbox, Supplier<FontShelf> fonts, Path temporary) {
        this.stamp = stamp;
        this.sandbox = sandbox;
        this.fonts = fonts;
        this.temporary = temporary;
    }

    /// Prints a paper of that time: the same paper and time are the same bytes. Throws [ReleaseRefused] if poppler is
    /// missing, or what it reads is not what the paper says.
    public PrintedPaper print(Paper paper, Instant writtenAt) throws IOException {
        Files.createDirectories(temporary);
        var folder = Files.createTempDirectory(temporary, "paper-");
        var file = folder.resolve("paper.pdf");
        try {
            var printed = print(paper, writtenAt, file);
            return new PrintedPaper(Files.readAllBytes(file), printed.sha256(), printed.pages());
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private ReleasedFile print(Paper paper, Instant writtenAt, Path file) throws IOException {
        try (var press = new Press(Poppler.in(sandbox), writtenAt)) {
            return press.log(pages(paper), file, List.of());
        }
    }

    ReleasedDocument pages(Paper paper) {
        var shelf = fonts.get();
        return new PaperPages(shelf, stamp.apply(shelf)).of(paper);
    }

    static Stamp stamp(Archive archive, FontShelf fonts) {
        return archive.demonstration().isPresent() ? Stamp.ofDemonstration(fonts) : Stamp.plain(fonts);
    }
}
