package org.muniment.anchor;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AnchorFiles;
import org.muniment.archive.Archive;
import org.muniment.archive.EventReader;
import org.muniment.archive.LogEntry;

/// The comparison of the files of anchors with the entries of the log that name them.
final class AnchorEntries {
    private final Archive archive;
    private final List<AnchorFiles> folders;
    private final List<String> findings = new ArrayList<>();

    AnchorEntries(Archive archive) throws IOException {
        this.archive = archive;
        this.folders = new FormerAnchors(archive).folders();
    }

    List<String> check() throws IOException {
        try (EventReader events = archive.events(new AccessionNumber(0))) {
            for (Optional<LogEntry.Lifecycle> event = next(events); event.isPresent(); event = next(events))
                if (event.get().event().kind().equals(AnchorShelf.EVENT)) requireFiles(event.get());
        }
        return findings;
    }

    private static Optional<LogEntry.Lifecycle> next(EventReader events) {
        while (true) {
            try {
                return events.next();
            } catch (IOException damaged) {
                // The check of the archive says so; this one goes on behind it.
            }
        }
    }

    private void requireFiles(LogEntry.Lifecycle entry) throws IOException {
        for (var file : AnchorShelf.Entry.of(entry.event()).files().entrySet()) {
            Set<String> kept = hashes(file.getKey());
            if (kept.contains(file.getValue())) continue;
            findings.add("Anchor file " + file.getKey() + ", named by entry "
                    + entry.accession().index() + ", "
                    + (kept.isEmpty() ? "is missing." : "holds other bytes than were kept."));
        }
    }

    /// Of the files of this name: an entry that was taken up names one beside the log it was written to.
    private Set<String> hashes(String name) throws IOException {
        Set<String> hashes = new HashSet<>();
        for (AnchorFiles folder : folders) {
            try {
                hashes.add(AnchorShelf.sha256(folder.read(name)));
            } catch (NoSuchFileException elsewhere) {
                // Beside another one of the logs, then.
            }
        }
        return hashes;
    }
}
