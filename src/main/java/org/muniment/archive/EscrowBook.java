package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which entries of the log speak of copies of the root keys, so that not all of it is read each time. It is derived:
/// without the file, or with a damaged one, the log is read from its beginning.
final class EscrowBook {
    private static final Logger LOG = LoggerFactory.getLogger(EscrowBook.class);
    private static final String FIRST_LINE = "muniment escrows v1";
    private static final Known NOTHING = new Known(0, List.of());

    private final OpenedStore store;
    private final Path file;

    private record Known(long through, List<Long> entries) {}

    /// What an entry says.
    record Noted(long entry, EscrowEvent event) {}

    EscrowBook(OpenedStore store) {
        this.store = store;
        this.file = store.layout().escrows();
    }

    /// Returns all there are, in the order of the log.
    synchronized List<Noted> events() throws IOException {
        return from(read());
    }

    /// Returns what the log says from its beginning: whoever can write this file has no say in it, which has a checksum
    /// and no key. It is right on return.
    synchronized List<Noted> fromTheLog() throws IOException {
        Known known = read();
        List<Noted> events = from(NOTHING);
        if (!known.entries.equals(numbers(events, known.through)))
            LOG.error("{} did not name what the log says of copies of the root keys; it was made anew", file);
        return events;
    }

    /// Returns the same, and says where this file is not what the log says; it is not changed.
    synchronized List<Noted> compared(Consumer<String> findings) throws IOException {
        Known known = read();
        List<Noted> events = rest(NOTHING).events;
        if (!known.entries.equals(numbers(events, known.through)))
            findings.accept(
                    file + " does not name what the log says of copies of the root keys. Delete it, which is made"
                            + " anew from the log, and find out who wrote into it");
        return events;
    }

    private static List<Long> numbers(List<Noted> events, long through) {
        return events.stream()
                .map(Noted::entry)
                .filter(entry -> entry < through)
                .toList();
    }

    private List<Noted> from(Known known) throws IOException {
        Read read = rest(known);
        if (read.size > known.through) write(new Known(read.size, numbers(read.events, read.size)));
        return read.events;
    }

    private record Read(long size, List<Noted> events) {}

    private Read rest(Known known) throws IOException {
        List<Noted> events = new ArrayList<>();
        for (long number : known.entries)
            store.event(new AccessionNumber(number))
                    .flatMap(EscrowEvent::of)
                    .ifPresent(event -> events.add(new Noted(number, event)));
        long size = store.growth().size();
        try (var reader = new EventReader(store, new RecordWalk(store.segments(), store.growth(), known.through))) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                Optional<EscrowEvent> event = EscrowEvent.of(next.get().event());
                if (event.isEmpty()) continue;
                long entry = next.get().accession().index();
                events.add(new Noted(entry, event.get()));
                size = Math.max(size, entry + 1);
            }
        }
        return new Read(size, events);
    }

    private Known read() throws IOException {
        if (!Files.exists(file)) return NOTHING;
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        List<String> lines = text.lines().toList();
        try {
            long through = Long.parseLong(TextFormat.value(lines, 2, "through"));
            List<Long> entries = new ArrayList<>();
            for (int i = 3; i < lines.size() - 1; i++) entries.add(Long.parseLong(TextFormat.value(lines, i, "entry")));
            var known = new Known(through, List.copyOf(entries));
            if (text(known).equals(text) && through <= store.growth().size()) return known;
        } catch (IllegalArgumentException damaged) {
            LOG.debug("{} is damaged", file, damaged);
        }
        LOG.warn("{} is not what was written; the log is read from its beginning", file);
        return NOTHING;
    }

    private void write(Known known) {
        try {
            DurableFiles.replace(file, text(known).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException itIsReadAgain) {
            LOG.warn("{} could not be written; the log is read again the next time", file, itIsReadAgain);
        }
    }

    /// With the log's name: what was read of another one, before a restore, says nothing of this.
    private String text(Known known) {
        var text = new StringBuilder(FIRST_LINE)
                .append("\norigin ")
                .append(store.identity().origin())
                .append("\nthrough ")
                .append(known.through)
                .append('\n');
        known.entries.forEach(number -> text.append("entry ").append(number).append('\n'));
        return text.append(TextFormat.checksum(text.toString())).toString();
    }
}
