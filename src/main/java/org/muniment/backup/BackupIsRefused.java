package org.muniment.backup;

import java.nio.file.Path;

/// Refusal: this folder takes no backup. The sentence says why, and what to do.
public final class BackupIsRefused extends RuntimeException {
    private BackupIsRefused(String sentence) {
        super(sentence);
    }

    static BackupIsRefused holdsOtherThings(Path folder) {
        return new BackupIsRefused(
                folder + " holds files that are no backup of Muniment's. Name an empty folder, or a new one.");
    }

    static BackupIsRefused isOfAnother(Path folder, String origin) {
        return new BackupIsRefused(folder + " holds the backup of the log " + origin
                + ", not of this one. Begin a new backup in an empty folder; after a restore too.");
    }

    static BackupIsRefused isInside(Path folder, Path dataFolder) {
        return new BackupIsRefused(folder + " and the data folder " + dataFolder
                + " are one inside the other. Name a folder on another disk.");
    }

    static BackupIsRefused diskIsFull(Path folder, boolean hasOlder) {
        return new BackupIsRefused("The disk of " + folder + " is full. "
                + (hasOlder
                        ? "The older backup in it is whole still. "
                        : "What was copied is no backup yet; the next one goes on with it. ")
                + "Free space or enlarge the disk, and run the backup again.");
    }

    static BackupIsRefused cannotBeWritten(Path folder, boolean hasOlder) {
        return new BackupIsRefused("Nothing may be written to " + folder
                + ": its disk is read-only, or closed to the server's user. "
                + (hasOlder ? "The older backup in it is whole still. " : "")
                + "Mount it writable; where systemd runs the server, name the folder in ReadWritePaths= of its unit.");
    }

    static BackupIsRefused isRunning() {
        return new BackupIsRefused("A backup is being made already. Try again when it has ended.");
    }

    static BackupIsRefused isReadOnly(String reason) {
        return new BackupIsRefused("The log of this archive cannot be read, so that no backup could be proved whole: "
                + reason + ". Copy the data folder as it is, to a place of its own.");
    }
}
