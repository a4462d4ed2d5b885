package org.muniment.archive;

import org.muniment.merklelog.Checkpoint;

/// Refusal: what was restored is not what a checkpoint says of it.
public final class BackupIsOfAnotherLog extends RuntimeException {
    private BackupIsOfAnotherLog(String sentence) {
        super(sentence);
    }

    static BackupIsOfAnotherLog differs(Checkpoint checkpoint) {
        return new BackupIsOfAnotherLog("The first " + checkpoint.size()
                + " entries of the backup are not those that were signed in the checkpoint of " + checkpoint.origin()
                + ". One of the two was forged or is of another log: change nothing, keep both, tell counsel.");
    }

    static BackupIsOfAnotherLog isTooOld(long entries, long highest) {
        return new BackupIsOfAnotherLog(
                "The backup has %,d entries, and the highest checkpoint known names %,d:".formatted(entries, highest)
                        + " that is too many to step over. Take a newer backup.");
    }
}
