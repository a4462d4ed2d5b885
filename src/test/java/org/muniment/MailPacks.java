package org.muniment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// This finds the packs of real mail that tests may use, and unpacks them under `target/mail`. They are never part of
/// the project: a test that misses one is skipped, and says so.
public final class MailPacks {
    private static final Path UNPACKED = Path.of("target", "mail");

    private MailPacks() {}

    /// Returns the folder of an unpacked pack, such as `bench-10k`; skips the calling test, loudly, if there is none.
    public static synchronized Path unpacked(String name) {
        Path folder = UNPACKED.resolve(name);
        if (Files.isDirectory(folder)) return inner(folder, name);
        Optional<Path> pack = pack(name);
        if (pack.isEmpty()) {
            String missing =
                    "SKIPPED: the mail pack " + name + ".tar.zst is not here; name its folder in MUNIMENT_MAIL";
            System.out.println(missing);
            Assumptions.abort(missing);
        }
        unpack(pack.orElseThrow(), folder);
        return inner(folder, name);
    }

    /// Returns the regular files below a folder, in order.
    public static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path inner(Path folder, String name) {
        Path inner = folder.resolve(name);
        return Files.isDirectory(inner) ? inner : folder;
    }

    private static Optional<Path> pack(String name) {
        String named = System.getProperty("MUNIMENT_MAIL", System.getenv().getOrDefault("MUNIMENT_MAIL", ""));
        Stream<Path> folders = named.isEmpty() ? Stream.of(Path.of("..", "shared", "mail")) : Stream.of(Path.of(named));
        return folders.map(folder -> folder.resolve(name + ".tar.zst"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static void unpack(Path pack, Path folder) {
        try {
            Files.createDirectories(UNPACKED);
            Path unfinished = Files.createTempDirectory(UNPACKED, "unpacking-");
            int exit = new ProcessBuilder("tar", "--zstd", "-xf", pack.toString(), "-C", unfinished.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) throw new IllegalStateException("tar could not unpack " + pack + "; is zstd installed?");
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
