package org.muniment.backup;

import java.nio.file.Path;

/// Refusal: a folder is not a whole backup. The sentence names what is wrong, and what can be done.
public final class BackupIsUnusable extends RuntimeException {
    private BackupIsUnusable(String sentence) {
        super(sentence);
    }

    static BackupIsUnusable isNone(Path folder) {
        return new BackupIsUnusable("There is no backup in " + folder + ": the file " + BackupNote.NAME
                + " is missing. Name the folder that `muniment backup` wrote to.");
    }

    static BackupIsUnusable isHalf(Path folder) {
        return new BackupIsUnusable("The backup in " + folder + " is not whole: it was never finished, for "
                + BackupNote.NAME + " is written last and is missing. Make it again, or take another one.");
    }

    static BackupIsUnusable says(String sentence) {
        return new BackupIsUnusable(sentence);
    }
}
