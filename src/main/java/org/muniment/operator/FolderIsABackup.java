package org.muniment.operator;

import java.nio.file.Path;

/// Refusal: a backup is not worked on. It would go on under the numbers and the name of the archive it was made of.
final class FolderIsABackup extends RuntimeException {
    FolderIsABackup(Path folder) {
        super(folder + " is a backup, or what a restore that was stopped left. Restore it into a new folder:"
                + " muniment restore BACKUP --data NEW --keys DIR. It can be checked where it lies with"
                + " `muniment verify --level scrub`.");
    }
}
