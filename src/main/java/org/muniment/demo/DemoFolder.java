package org.muniment.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.archive.Receipt;

/// This is the folder of a demonstration. What makes it one is the first entry of its archive's log; the note in it
/// tells people, and a folder that has other things in it and no such note is left alone.
public final class DemoFolder {
    public static final ZoneId ZONE = MailProgram.ZONE;
    private static final String NOTE = "DEMONSTRATION.txt";
    private static final String FILLED = "demonstration-filled";
    private static final String WORDS = """
            This folder is a demonstration made by `muniment serve --demo`. Its city, people and mail are invented.
            It cannot hold real mail. Delete the folder when you have seen enough; the next start makes a new one.
            """;

    private final Path folder;

    private DemoFolder(Path folder) {
        this.folder = folder;
    }

    /// Returns the demonstration's folder, new or begun before. Throws [FolderIsNotADemonstration].
    public static DemoFolder at(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        if (!Files.exists(folder.resolve(NOTE))) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) throw new FolderIsNotADemonstration(folder);
            }
            Files.writeString(folder.resolve("journal-addresses.txt"), MailServers.JOURNAL + "\n");
            Files.writeString(folder.resolve(NOTE), WORDS);
        }
        return new DemoFolder(folder);
    }

    /// Throws [FolderIsADemonstration] if this archive is one.
    public static void requireNone(Archive archive, Path folder) {
        if (archive.demonstration().isPresent()) throw new FolderIsADemonstration(folder);
    }

    /// Begins the demonstration or goes on with it: on return all its mail is on disk. Throws
    /// [FolderIsNotADemonstration]
    /// if the archive holds real mail.
    public void fill(Archive archive, Instant now) throws IOException {
        if (archive.demonstration().isEmpty() && archive.size() > 0) throw new FolderIsNotADemonstration(folder);
        if (archive.demonstration().isEmpty())
            archive.beginDemonstration(LocalDate.ofInstant(now, ZONE).toString());
        if (Files.exists(folder.resolve(FILLED))) return;
        LocalDate until = LocalDate.parse(archive.demonstration().orElseThrow());
        List<CompletableFuture<Receipt>> onDisk = new ArrayList<>();
        for (Delivery delivery : CityHall.deliveries(CityHall.SEED, until)) onDisk.add(take(archive, delivery, now));
        CompletableFuture.allOf(onDisk.toArray(CompletableFuture[]::new)).join();
        Files.createFile(folder.resolve(FILLED));
    }

    /// As an import: stopped halfway and begun again, it takes nothing twice. When it was received is today, as it is.
    private static CompletableFuture<Receipt> take(Archive archive, Delivery delivery, Instant now) throws IOException {
        var envelope = new Envelope(
                delivery.source(),
                Channel.FILE_IMPORT,
                Optional.of(delivery.mailFrom()),
                delivery.recipients(),
                Peer.NONE,
                now);
        try (Incoming incoming = archive.receive(envelope)) {
            incoming.body().write(delivery.bytes());
            return incoming.commit();
        }
    }
}
