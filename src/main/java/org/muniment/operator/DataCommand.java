package org.muniment.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.muniment.access.Actor;
import org.muniment.archive.Archive;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import picocli.CommandLine.Option;

/// What every command on a data folder has in common: where the folder is, and how to answer.
abstract class DataCommand implements Callable<Integer> {
    final Desk desk;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: ${DEFAULT-VALUE}.")
    Path data = Path.of("data");

    @Option(names = "--json", description = "Print one JSON object on standard output and nothing else there.")
    boolean json;

    DataCommand(Desk desk) {
        this.desk = desk;
    }

    /// Carries the command out on the opened folder.
    abstract Answer on(DataFolder folder) throws IOException, InterruptedException;

    /// Whether a folder without an archive is given one. A question to a misspelt folder must not be answered with "all
    /// well".
    boolean beginsArchives() {
        return false;
    }

    /// Writes down what the operator did, on disk on return; in a folder nobody signs in to no audit trail is begun by
    /// it.
    void wrote(DataFolder folder, Act act, String what) {
        if (!folder.hasPeople() && !folder.audit().isBegun()) return;
        Actor operator = ToolReader.operator(desk.caller());
        folder.audit().record(new AuditEntry(act, operator, Optional.empty(), what, List.of()));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (desk.held().isEmpty()
                && !beginsArchives()
                && !Archive.isIn(desk.terminal().resolve(data)))
            throw new NoArchiveIsThere(desk.terminal().resolve(data));
        return say(desk.withFolder(data, this::on));
    }

    int say(Answer answer) throws IOException {
        desk.terminal().progressDone();
        String said = json ? answer.json() : Terminal.harmless(answer.text());
        if (!said.isEmpty()) {
            desk.terminal().output().write((said + "\n").getBytes(StandardCharsets.UTF_8));
        }
        desk.terminal().output().flush();
        return answer.exit();
    }
}
