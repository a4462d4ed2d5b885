package org.muniment.inspection;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.muniment.inspection.Unreadable.Refused;

/// The program inside the sandbox: reads one file and a list of terms, writes a [WorkerAnswer], and ends.
final class InspectionWorker {
    private InspectionWorker() {}

    public static void main(String[] arguments) throws IOException {
        // Nothing but the answer may come out of this program.
        System.setOut(System.err);
        FontMappers.set(new OneFont());
        byte[] file = Files.readAllBytes(Path.of(arguments[0]));
        AbsentTerms terms = AbsentTerms.read(Path.of(arguments[1]));
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            answer(file, terms, out);
        }
    }

    private static void answer(byte[] file, AbsentTerms terms, OutputStream out) throws IOException {
        try {
            WorkerAnswer.write(new PdfReading(file, terms).inspect(), out);
        } catch (Refused refused) {
            WorkerAnswer.write(refused.why(), out);
        }
    }
}
