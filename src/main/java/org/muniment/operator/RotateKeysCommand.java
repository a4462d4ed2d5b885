package org.muniment.operator;

import java.io.IOException;
import org.muniment.audit.Act;
import picocli.CommandLine.Command;

/// `keys rotate`: new root keys, by which all segments' keys are wrapped anew.
@Command(
        name = "rotate",
        description =
                "Make a new version of the root keys and wrap the keys of all segments by it. No message is touched."
                        + " The older versions stay, for backups made before.",
        mixinStandardHelpOptions = true)
final class RotateKeysCommand extends DataCommand {
    RotateKeysCommand(Desk desk) {
        super(desk);
    }

    /// @param auditVersion 0 until something was written down in the audit trail
    record Rotated(int archiveVersion, int auditVersion) {}

    @Override
    Answer on(DataFolder folder) throws IOException {
        int archive = folder.archive().rootKeys().rotate();
        int audit = folder.audit().isBegun() ? folder.audit().rootKeys().rotate() : 0;
        wrote(folder, Act.COMMAND_RUN, "keys rotate: version %d of the archive's root key".formatted(archive));
        String text = "The archive's root key has version %d now%s; the keys of all segments are wrapped by it."
                        .formatted(archive, audit == 0 ? "" : ", the audit trail's version " + audit)
                + "\nCopy root.p12 to its safe again today, as after the first start: the copy made before does not open"
                + " what is written from now on. Seal it anew to the second person: `muniment keys escrow`.";
        return Answer.done(new Rotated(archive, audit), text);
    }
}
