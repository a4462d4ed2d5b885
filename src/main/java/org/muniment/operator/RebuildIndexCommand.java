package org.muniment.operator;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;

/// `rebuild-index`: the index is derived; this derives it anew.
@Command(
        name = "rebuild-index",
        description = "Delete the search index and build it again from the archive. Nothing is lost by it.",
        mixinStandardHelpOptions = true)
final class RebuildIndexCommand extends DataCommand {
    RebuildIndexCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer on(DataFolder folder) throws IOException, InterruptedException {
        folder.search()
                .rebuild(
                        (done, total) -> desk.terminal().progress("%,d of %,d entries indexed".formatted(done, total)));
        long through = folder.search().indexedThrough();
        return Answer.done(Map.of("indexedThrough", through), "Rebuilt: indexed through %,d.".formatted(through));
    }
}
