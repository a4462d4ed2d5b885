package org.muniment.production;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muniment.sandbox.DebianProgram;
import org.muniment.sandbox.ProgramIsMissing;
import org.muniment.sandbox.Sandbox;
import org.muniment.sandbox.SandboxJob;
import org.muniment.sandbox.SandboxLimits;
import org.muniment.sandbox.SandboxOutcome;

/// This is the reader that did not write our PDFs: poppler's tools, in the sandbox.
final class Poppler {
    private static final String PACKAGE = "poppler-utils";
    private static final DebianProgram TEXT = new DebianProgram("pdftotext", PACKAGE);
    private static final DebianProgram FACTS = new DebianProgram("pdfinfo", PACKAGE);
    private static final DebianProgram FONTS = new DebianProgram("pdffonts", PACKAGE);

    private final Sandbox sandbox;

    private Poppler(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Refuses, with the command that installs what is missing: without poppler nothing is released.
    static Poppler in(Sandbox sandbox) {
        try {
            sandbox.require(TEXT, FACTS, FONTS);
        } catch (ProgramIsMissing e) {
            throw new ReleaseRefused("Nothing is released unless another program has read it back. " + e.getMessage());
        }
        return new Poppler(sandbox);
    }

    /// Every word of some pages with its place, as poppler's XHTML.
    String words(Path file, int firstPage, int lastPage) throws PdfIsUnexpected {
        return run(
                TEXT, file, List.of("-enc", "UTF-8", "-bbox", "-f", "" + firstPage, "-l", "" + lastPage), List.of("-"));
    }

    String facts(Path file) throws PdfIsUnexpected {
        return run(FACTS, file, List.of("-isodates"), List.of());
    }

    String fonts(Path file) throws PdfIsUnexpected {
        return run(FONTS, file, List.of(), List.of());
    }

    String version() {
        var outcome = outcome(new SandboxJob(
                TEXT, List.of("-v"), InputStream.nullInputStream(), Map.of(), SandboxLimits.forOneDocument()));
        return outcome.errorText().lines().findFirst().orElse("pdftotext");
    }

    private String run(DebianProgram program, Path file, List<String> before, List<String> after)
            throws PdfIsUnexpected {
        var arguments = new ArrayList<>(before);
        arguments.add(SandboxJob.INPUT_FOLDER + "released.pdf");
        arguments.addAll(after);
        var outcome =
                outcome(SandboxJob.reading(program, arguments, "released.pdf", file, SandboxLimits.forOneDocument()));
        if (outcome instanceof SandboxOutcome.Finished finished && finished.exitCode() == 0)
            return finished.outputText();
        throw new PdfIsUnexpected("a form that " + program.name() + " could not read");
    }

    private SandboxOutcome outcome(SandboxJob job) {
        try {
            return sandbox.run(job);
        } catch (IOException | ProgramIsMissing e) {
            throw new ReleaseRefused("The sandbox could not be started: " + e.getMessage());
        }
    }
}
