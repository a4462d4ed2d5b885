package org.muniment.operator;

import java.io.IOException;
import java.util.Map;
import org.muniment.audit.Act;
import picocli.CommandLine.Command;

/// `rebuild-index`: the index is derived; this derives it anew.
@Command(
        name = "rebuild-index",
        description =
                "Delete what is derived, the search index and the rows of the audit trail, and derive it again. Nothing is lost.",
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
        folder.audit().rebuildRows();
        long through = folder.search().indexedThrough();
        wrote(folder, Act.COMMAND_RUN, "rebuild-index: indexed through " + through);
        return Answer.done(Map.of("indexedThrough", through), "Rebuilt: indexed through %,d.".formatted(through));
    }
}
