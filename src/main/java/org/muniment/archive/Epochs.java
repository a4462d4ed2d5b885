package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// How a store went on from backups: the logs it took up, and the entries that say how far.
public final class Epochs {
    private final OpenedStore store;

    Epochs(OpenedStore store) {
        this.store = store;
    }

    /// Where a log ended that was taken up.
    ///
    /// @param number of the entry that says so
    public record End(AccessionNumber number, Epoch epoch) {}

    /// Returns the origins of all logs that the store had before, as far as anything is left of them.
    public List<String> formerOrigins() throws IOException {
        Path logs = store.layout().logs();
        if (!Files.isDirectory(logs)) return List.of();
        try (Stream<Path> folders = Files.walk(logs, 2)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> logs.relativize(folder).toString())
                    .filter(store.identity().storeId()::isOrigin)
                    .filter(origin -> !origin.equals(store.identity().origin()))
                    .sorted()
                    .toList();
        }
    }

    /// Returns the files of anchors beside a former log.
    public AnchorFiles anchors(String former) {
        return AnchorFiles.beside(store.layout().log(former));
    }

    /// Returns where a former log ended; empty if no entry says it. Reads a few entries, however many numbers were
    /// stepped over.
    public Optional<End> end(String former) throws IOException {
        List<KeyTable.Row> rows = store.segments().keys().rows();
        List<Long> begins = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++)
            if (!store.segments().origin(rows.get(i)).equals(store.segments().origin(rows.get(i - 1))))
                begins.add(rows.get(i).firstAccession());
        begins.add(store.growth().size());
        for (int i = 0; i + 1 < begins.size(); i++) {
            Optional<End> end = first(begins.get(i), begins.get(i + 1));
            if (end.isPresent() && end.get().epoch().former().equals(former)) return end;
        }
        return Optional.empty();
    }

    /// The first entry of a log that is not a number stepped over.
    private Optional<End> first(long from, long to) throws IOException {
        long low = from;
        long high = to;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (event(middle).filter(it -> it.kind().equals(Epoch.SKIPPED)).isPresent()) low = middle + 1;
            else high = middle;
        }
        if (low >= to) return Optional.empty();
        AccessionNumber number = new AccessionNumber(low);
        return event(low)
                .filter(it -> it.kind().equals(Epoch.KIND))
                .map(it -> new End(number, JsonMapper.shared().readValue(it.body(), Epoch.class)));
    }

    private Optional<LifecycleEvent> event(long number) throws IOException {
        return store.event(new AccessionNumber(number));
    }
}
