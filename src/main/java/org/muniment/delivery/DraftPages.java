package org.muniment.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.muniment.production.ReleaseRefused;
import org.muniment.sandbox.DebianProgram;
import org.muniment.sandbox.ProgramIsMissing;
import org.muniment.sandbox.Sandbox;
import org.muniment.sandbox.SandboxJob;
import org.muniment.sandbox.SandboxLimits;
import org.muniment.sandbox.SandboxOutcome;
import org.springframework.stereotype.Component;

/// This is how those who work on a request look at what was prepared: pictures of the very pages, each with DRAFT over
/// it, and their text. The files themselves are given to nobody before a second person has finalised them.
@Component
final class DraftPages {
    private static final DebianProgram PICTURE = new DebianProgram("pdftoppm", "poppler-utils");
    private static final DebianProgram TEXT = new DebianProgram("pdftotext", "poppler-utils");
    private static final String NAME = "draft.pdf";
    private static final String RESOLUTION = "96";

    private final DeliveryFolders folders;
    private final Sandbox sandbox;

    DraftPages(DeliveryFolders folders, Sandbox sandbox) {
        this.folders = folders;
        this.sandbox = sandbox;
    }

    /// The page as a PNG with DRAFT over it.
    byte[] picture(Delivery delivery, String file, int page) throws IOException {
        var drawn = run(PICTURE, List.of("-png", "-r", RESOLUTION, "-f", "" + page, "-l", "" + page), delivery, file);
        var read = ImageIO.read(new ByteArrayInputStream(drawn));
        if (read == null) throw none();
        var png = new ByteArrayOutputStream();
        ImageIO.write(DraftStamp.on(read), "png", png);
        return png.toByteArray();
    }

    /// What stands on the page, for whoever cannot see the picture.
    String text(Delivery delivery, String file, int page) throws IOException {
        var read = run(TEXT, List.of("-enc", "UTF-8", "-layout", "-f", "" + page, "-l", "" + page), delivery, file);
        return new String(read, StandardCharsets.UTF_8);
    }

    private byte[] run(DebianProgram program, List<String> options, Delivery delivery, String name) throws IOException {
        var arguments = new ArrayList<>(options);
        arguments.add(SandboxJob.INPUT_FOLDER + NAME);
        if (program.equals(TEXT)) arguments.add("-");
        var job = new SandboxJob(
                program,
                arguments,
                InputStream.nullInputStream(),
                Map.of(NAME, file(delivery, name)),
                SandboxLimits.forOneDocument());
        try {
            if (sandbox.run(job) instanceof SandboxOutcome.Finished finished
                    && finished.exitCode() == 0
                    && finished.output().length > 0) return finished.output();
        } catch (ProgramIsMissing missing) {
            throw new ReleaseRefused(String.valueOf(missing.getMessage()));
        }
        throw none();
    }

    /// Only a PDF that lies in the package is looked at.
    private Path file(Delivery delivery, String name) throws IOException {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.pdf") || name.contains("FILE-")) throw none();
        var file = folders.packageOf(delivery.id()).resolve(name);
        if (!Files.isRegularFile(file)) throw none();
        return file;
    }

    private static NoSuchDelivery none() {
        return new NoSuchDelivery("There is no such page in this release.");
    }
}
