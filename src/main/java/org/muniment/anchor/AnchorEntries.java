package org.muniment.anchor;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.EventReader;
import org.muniment.archive.LogEntry;

/// The comparison of the files of anchors with the entries of the log that name them.
final class AnchorEntries {
    private final Archive archive;
    private final List<String> findings = new ArrayList<>();

    AnchorEntries(Archive archive) {
        this.archive = archive;
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
            String place = "Anchor file " + file.getKey() + ", named by entry "
                    + entry.accession().index() + ", ";
            try {
                if (!AnchorShelf.sha256(archive.anchors().read(file.getKey())).equals(file.getValue()))
                    findings.add(place + "holds other bytes than were kept.");
            } catch (NoSuchFileException missing) {
                findings.add(place + "is missing.");
            }
        }
    }
}
