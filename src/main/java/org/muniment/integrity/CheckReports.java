package org.muniment.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.SignedNote;

/// This is where the reports of integrity checks are kept, each signed with the log's key, one file each:
/// `verification/<time>-<level>.json`. Their names alone say when each level was last checked, so a restart neither
/// forgets nor repeats a check. Any thread may ask.
public final class CheckReports {
    static final String SUFFIX = ".json";
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{9}Z-(?:quick|scrub|full)");
    private static final int STAMP_LENGTH = 19;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private @Nullable NavigableSet<String> names;

    CheckReports(Path folder) {
        this.folder = folder;
    }

    /// Signs a text that ends with a newline.
    interface Signer {
        SignedNote sign(String text);
    }

    /// Keeps a report and returns its name; it is on disk on return.
    synchronized String keep(CheckReport report, Signer signer) throws IOException {
        Files.createDirectories(folder);
        String name = STAMP.format(report.endedAt()) + "-" + report.level();
        Path unfinished = folder.resolve("unfinished");
        write(unfinished, signer.sign(report.json() + "\n").bytes());
        Files.move(unfinished, folder.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        try (var forced = FileChannel.open(folder, StandardOpenOption.READ)) {
            forced.force(true);
        }
        names().add(name);
        return name;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(true);
        }
    }

    private synchronized NavigableSet<String> names() {
        NavigableSet<String> known = names;
        if (known == null) names = known = read();
        return known;
    }

    private NavigableSet<String> read() {
        if (!Files.isDirectory(folder)) return new ConcurrentSkipListSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            var found = new ConcurrentSkipListSet<String>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .forEach(found::add);
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// When something was last checked, whatever was found.
    public Optional<Instant> lastAt() {
        return names().isEmpty() ? Optional.empty() : Optional.of(at(names().last()));
    }

    /// When something was first checked.
    Optional<Instant> firstAt() {
        return names().isEmpty() ? Optional.empty() : Optional.of(at(names().first()));
    }

    Optional<String> last(Level level) {
        return names().descendingSet().stream()
                .filter(name -> name.endsWith("-" + level.word()))
                .findFirst();
    }

    /// Returns those kept before a name, newest first.
    List<FiledCheck> before(Optional<String> name, int limit) {
        NavigableSet<String> older = name.map(it -> names().headSet(it, false)).orElseGet(this::names);
        return older.descendingSet().stream().limit(limit).map(this::filed).toList();
    }

    static Instant at(String name) {
        return STAMP.parse(name.substring(0, STAMP_LENGTH), Instant::from);
    }

    FiledCheck filed(String name) {
        CheckReport report = report(name);
        return new FiledCheck(
                name,
                report.level(),
                at(name),
                report.ok(),
                report.checked(),
                report.findings().size());
    }

    /// Throws [NoSuchReport].
    CheckReport report(String name) {
        try {
            return CheckReport.parse(SignedNote.parse(note(name)).text(), at(name));
        } catch (NoteIsMalformed damaged) {
            throw new NoSuchReport("The report " + name + " is damaged: " + damaged.getMessage() + ".");
        }
    }

    /// Returns the report as it was signed; throws [NoSuchReport].
    byte[] note(String name) {
        // Only names that were listed lead to a file.
        if (!names().contains(name)) throw new NoSuchReport("There is no report " + harmless(name) + ".");
        try {
            return Files.readAllBytes(folder.resolve(name + SUFFIX));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String harmless(String name) {
        return NAME.matcher(name).matches() ? name : "of that name";
    }
}
