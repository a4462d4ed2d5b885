package org.muniment.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.sandbox.ProgramIsMissing;
import org.muniment.sandbox.Sandbox;
import org.muniment.sandbox.SandboxJob;
import org.muniment.sandbox.SandboxLimits;
import org.muniment.sandbox.SandboxOutcome;

/// This is who looks for bad redactions in any PDF: it reads the file in a Java of its own, in the
/// sandbox, because a PDF from a stranger may be made to harm its reader.
public final class Inspector {
    private static final long FILE_BYTES_MAX = 128L << 20;
    private static final Duration PROCESSOR_TIME = Duration.ofMinutes(2);
    private static final SandboxLimits LIMITS =
            new SandboxLimits(4L << 30, PROCESSOR_TIME, Duration.ofMinutes(5), 64 << 20, 16 << 20);
    private static final int OUT_OF_MEMORY = 3;

    private final Sandbox sandbox;
    private final SandboxLimits limits;

    private Inspector(Sandbox sandbox, SandboxLimits limits) {
        this.sandbox = sandbox;
        this.limits = limits;
    }

    public static Inspector in(Sandbox sandbox) {
        return new Inspector(sandbox, LIMITS);
    }

    static Inspector in(Sandbox sandbox, SandboxLimits limits) {
        return new Inspector(sandbox, limits);
    }

    /// Says what can be recovered from the file, and whether any of the terms is in it.
    ///
    /// Throws [PdfCannotBeInspected] if it is no PDF, needs a password, is damaged, or needs more
    /// than it may have; and [ProgramIsMissing] without bubblewrap.
    public Inspection inspect(Path pdf, AbsentTerms terms) throws IOException, ProgramIsMissing {
        if (!Files.isRegularFile(pdf)) throw new NoSuchFileException(pdf.toString());
        if (Files.size(pdf) > FILE_BYTES_MAX)
            throw new PdfCannotBeInspected("It is larger than 128 MiB. Cut it into parts and inspect each.");
        Path list = Files.createTempFile("muniment-terms-", ".txt");
        try {
            Files.write(list, terms.terms());
            return answer(sandbox.run(job(pdf, list)));
        } finally {
            Files.delete(list);
        }
    }

    private SandboxJob job(Path pdf, Path terms) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        files.put("file.pdf", pdf);
        files.put("terms.txt", terms);
        WorkerProgram program = WorkerProgram.ofThisProcess();
        files.putAll(program.classPath());
        List<String> arguments =
                program.arguments(SandboxJob.INPUT_FOLDER + "file.pdf", SandboxJob.INPUT_FOLDER + "terms.txt");
        return new SandboxJob(
                WorkerProgram.STARTER,
                arguments,
                InputStream.nullInputStream(),
                files,
                WorkerProgram.foldersOfJava(),
                limits);
    }

    private static Inspection answer(SandboxOutcome outcome) {
        return switch (outcome) {
            case SandboxOutcome.Stopped stopped ->
                throw new PdfCannotBeInspected(
                        switch (stopped.limit()) {
                            case WALL_TIME, PROCESSOR_TIME ->
                                "It takes longer to read than two minutes. Cut it into parts and inspect each.";
                            case OUTPUT, SCRATCH -> "There is more to say of it than can be said.";
                        });
            case SandboxOutcome.Finished finished -> answer(finished);
        };
    }

    private static Inspection answer(SandboxOutcome.Finished finished) {
        if (finished.exitCode() == OUT_OF_MEMORY)
            throw new PdfCannotBeInspected("It needs more memory than a file may have: it may be made to do harm.");
        try {
            return WorkerAnswer.read(finished.output());
        } catch (IOException noAnswer) {
            throw new PdfCannotBeInspected("Reading it failed (exit code %d). %s"
                    .formatted(
                            finished.exitCode(),
                            finished.errorText().lines().findFirst().orElse("")));
        }
    }
}
