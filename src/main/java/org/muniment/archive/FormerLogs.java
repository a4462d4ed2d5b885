package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.merklelog.FormerLog;
import org.muniment.merklelog.MerkleLog;

/// The logs that a restored store had before ([ADR 47](docs/adr/0047-epoch.md)): what was signed
/// for them must still be the beginning of the log there is now.
record FormerLogs(OpenedStore store, Findings findings) {
    void quick() {
        if (store.log().isPresent())
            findings.of(() -> {
                for (Path folder : folders())
                    log(folder, store.log().get()).quick().forEach(findings::add);
            });
    }

    void full() {
        if (store.log().isPresent())
            findings.of(() -> {
                for (Path folder : folders())
                    log(folder, store.log().get()).full().forEach(findings::add);
            });
    }

    private FormerLog log(Path folder, MerkleLog now) {
        String origin = store.layout().logs().relativize(folder).toString();
        return new FormerLog(folder, store.logKey().verifier().named(origin), now);
    }

    private List<Path> folders() throws IOException {
        Path current = store.layout().log(store.identity().origin());
        try (Stream<Path> all = Files.walk(store.layout().logs(), 2)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(current))
                    .filter(folder -> store.identity()
                            .storeId()
                            .isOrigin(store.layout().logs().relativize(folder).toString()))
                    .sorted()
                    .toList();
        }
    }
}
