package org.muniment.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.archive.AccessionNumber;

/// This is a proof bundle as one file to download. It is made in a folder of its own within `work`, which is left as it
/// was.
public final class ProofZip {
    private static final String IN_WORK = "proof-";

    private final ProofBundle bundle;
    private final Path work;

    public ProofZip(ProofBundle bundle, Path work) {
        this.bundle = bundle;
        this.work = work;
    }

    /// Removes what a stop left of bundles in the making: it is mail that anybody on the machine could read.
    public ProofZip withoutLeftOver() throws IOException {
        if (!Files.isDirectory(work)) return this;
        try (var left = Files.newDirectoryStream(work, IN_WORK + "*")) {
            for (Path room : left) delete(room);
        }
        return this;
    }

    /// This is what is done with the bundle once it is complete.
    public interface Taker {
        OutputStream begin() throws IOException;
    }

    /// Makes the bundle of these captures, and then writes it; nothing is asked of the taker before. Throws as
    /// [ProofBundle#write] does.
    public void write(
            List<AccessionNumber> captures, String name, Selection selection, KnownReleases releases, Taker taker)
            throws IOException {
        Files.createDirectories(work);
        Path room = Files.createTempDirectory(work, IN_WORK);
        try {
            Path folder = room.resolve(name);
            bundle.write(folder, captures, selection, releases);
            zip(room, folder, taker);
        } finally {
            delete(room);
        }
    }

    private static void zip(Path room, Path folder, Taker taker) throws IOException {
        try (Stream<Path> files = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(taker.begin())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(room.relativize(file).toString()));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static void delete(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
