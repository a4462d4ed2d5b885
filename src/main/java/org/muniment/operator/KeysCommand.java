package org.muniment.operator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.RootKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `keys`: what versions of the root keys there are.
@Command(
        name = "keys",
        description = "Show the versions of the root keys of archive and audit trail.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]")
final class KeysCommand extends DataCommand {
    private KeysCommand(Desk desk) {
        super(desk);
    }

    /// The command with those below it.
    static CommandLine with(Desk desk) {
        return new CommandLine(new KeysCommand(desk))
                .addSubcommand(new RotateKeysCommand(desk))
                .addSubcommand(EscrowCommand.with(desk));
    }

    /// @param audit empty until something was written down there
    record Shown(List<RootKeys.Version> archive, List<RootKeys.Version> audit) {}

    @Override
    Answer on(DataFolder folder) throws IOException {
        Shown shown = shown(folder);
        List<String> lines = new ArrayList<>();
        lines.add(folder.archive().rootKeys().isInToken() ? "Archive, in a token:" : "Archive:");
        shown.archive.forEach(version -> lines.add("  " + sentence(version)));
        if (!shown.audit.isEmpty()) lines.add("Audit trail:");
        shown.audit.forEach(version -> lines.add("  " + sentence(version)));
        return Answer.done(shown, String.join("\n", lines));
    }

    static Shown shown(DataFolder folder) {
        return new Shown(
                folder.archive().rootKeys().versions(),
                folder.audit().isBegun() ? folder.audit().rootKeys().versions() : List.of());
    }

    private static String sentence(RootKeys.Version version) {
        return version.isNewest()
                ? "version %d opens %,d segments and wraps what is new".formatted(version.number(), version.segments())
                : "version %d opens %,d segments here; backups made before may need it"
                        .formatted(version.number(), version.segments());
    }
}
