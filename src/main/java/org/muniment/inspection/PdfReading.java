package org.muniment.inspection;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.muniment.inspection.Unreadable.Refused;

/// One file, read from its first page to its last object. Runs in the sandbox.
final class PdfReading {
    private static final int HEADER_WITHIN_BYTES = 1_024;
    private static final int FINDINGS_MAX = 5_000;

    private final byte[] bytes;
    private final AbsentTerms terms;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    PdfReading(byte[] bytes, AbsentTerms terms) {
        this.bytes = bytes;
        this.terms = terms;
    }

    Inspection inspect() throws Refused {
        try (PDDocument pdf = open(bytes)) {
            if (pdf.getNumberOfPages() == 0) throw new Refused(Unreadable.WITHOUT_PAGES);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) readPage(pdf, page);
            Revisions revisions = Revisions.of(bytes);
            revisions.lost(pdf).forEach(this::add);
            new TermSearch(terms, new Layers(pdf), this::add, unread::add).search(bytes, pdf, revisions);
            return new Inspection(pdf.getNumberOfPages(), Echoes.removed(findings), Notes.of(pdf, revisions), unread);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw new Refused(Unreadable.BROKEN);
        }
    }

    static PDDocument open(byte[] bytes) throws Refused {
        int looked = Math.min(bytes.length, HEADER_WITHIN_BYTES);
        if (!new String(bytes, 0, looked, StandardCharsets.ISO_8859_1).contains("%PDF-"))
            throw new Refused(Unreadable.NOT_A_PDF);
        try {
            return Loader.loadPDF(bytes);
        } catch (InvalidPasswordException locked) {
            throw new Refused(Unreadable.LOCKED);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw new Refused(Unreadable.BROKEN);
        }
    }

    private void readPage(PDDocument pdf, int number) {
        try {
            PDPage page = pdf.getPage(number - 1);
            PageTrace trace = new PageTrace(page, new Layers(pdf));
            trace.run();
            HiddenText hidden = new HiddenText(number, trace.canvas());
            hidden.findings(trace.glyphs()).forEach(this::add);
            Unapplied.redactions(page, number, trace.glyphs()).forEach(this::add);
            for (Rectangle2D picture : trace.croppedPictures())
                add(Finding.at(number, Finding.Kind.CROPPED_PICTURE, Box.of(picture), ""));
            terms.on(number, trace.glyphs()).forEach(this::add);
            if (HiddenText.undecided(trace.glyphs(), trace.canvas()) > 0)
                unread.add("page " + number + ": text lies at a picture that could not be read");
            for (String what : trace.unread()) unread.add("page " + number + ": " + what + " could not be read");
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            unread.add("page " + number + " could not be read");
        }
    }

    private void add(Finding finding) {
        if (findings.size() < FINDINGS_MAX) findings.add(finding);
        else if (unread.isEmpty() || !unread.getLast().startsWith("more than"))
            unread.add("more than %,d findings; the rest is not listed".formatted(FINDINGS_MAX));
    }
}
