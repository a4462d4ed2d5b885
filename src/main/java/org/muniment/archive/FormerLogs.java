package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.muniment.merklelog.FormerLog;
import org.muniment.merklelog.MerkleLog;

/// The logs that a restored store had before ([ADR 47](docs/adr/0047-epoch.md)): what was signed
/// for them must still be the beginning of the log there is now.
record FormerLogs(OpenedStore store, StoreLayout layout, Findings findings) {
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
        String origin = layout.logs().relativize(folder).toString();
        return new FormerLog(folder, store.logKey().verifier().named(origin), now);
    }

    private List<Path> folders() throws IOException {
        return new Epochs(store).formerOrigins().stream().map(layout::log).toList();
    }
}
