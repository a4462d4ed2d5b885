package org.muniment.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.jbig2.JBIG2ImageReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.NullMarked;
import org.muniment.sandbox.DebianProgram;
import org.muniment.sandbox.SandboxJob;

/// The Java that runs inside the sandbox: this process's own, with the PDF library and this package and
/// no more.
///
/// @param classPath what it may load, by the name inside
record WorkerProgram(Map<String, Path> classPath) {
    /// Starts another program, found at its place in the Java folder.
    static final DebianProgram STARTER = new DebianProgram("env", "coreutils");

    private static final List<Class<?>> PARTS = List.of(
            InspectionWorker.class,
            PDDocument.class,
            FontBoxFont.class,
            RandomAccessRead.class,
            JBIG2ImageReader.class,
            LogFactory.class,
            NullMarked.class);

    private static final List<String> OPTIONS = List.of(
            "-Xmx1g",
            "-Xss4m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=/tmp",
            "-Duser.home=/tmp",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    WorkerProgram {
        classPath = Map.copyOf(classPath);
    }

    static WorkerProgram ofThisProcess() {
        Map<String, Path> parts = new TreeMap<>();
        for (Class<?> part : PARTS) parts.put("part" + parts.size(), source(part));
        return new WorkerProgram(parts);
    }

    List<String> arguments(String... ofWorker) {
        String path = classPath.keySet().stream()
                .sorted()
                .map(name -> SandboxJob.INPUT_FOLDER + name)
                .collect(Collectors.joining(":"));
        List<String> arguments = new ArrayList<>();
        arguments.add(javaHome().resolve("bin/java").toString());
        arguments.addAll(OPTIONS);
        arguments.addAll(List.of("-cp", path, InspectionWorker.class.getName()));
        arguments.addAll(List.of(ofWorker));
        return arguments;
    }

    /// Debian keeps a part of its Java beneath `/etc` and links to it.
    static List<Path> foldersOfJava() throws IOException {
        Path home = javaHome();
        List<Path> folders = new ArrayList<>(List.of(home));
        try (Stream<Path> inHome = Files.walk(home, 3)) {
            for (Path link : inHome.filter(Files::isSymbolicLink).toList()) {
                if (!Files.exists(link)) continue;
                Path real = link.toRealPath();
                Path folder = Files.isDirectory(real) ? real : real.getParent();
                if (folder != null
                        && !folder.startsWith(home)
                        && folder.startsWith("/etc")
                        && !folders.contains(folder)) folders.add(folder);
            }
        }
        return folders;
    }

    private static Path javaHome() {
        try {
            return Path.of(System.getProperty("java.home")).toRealPath();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static Path source(Class<?> part) {
        try {
            URI location =
                    part.getProtectionDomain().getCodeSource().getLocation().toURI();
            if ("file".equals(location.getScheme())) return Path.of(location);
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        throw new PdfCannotBeInspected("The program runs from a single jar and cannot give a part of itself to the"
                + " sandbox. Unpack it: java -Djarmode=tools -jar muniment.jar extract");
    }
}
