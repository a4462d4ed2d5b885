package org.muniment.backup;

import java.nio.file.Path;
import java.util.List;

/// Refusal: nothing is restored. The sentence says why, and what to do.
public final class RestoreIsRefused extends RuntimeException {
    private RestoreIsRefused(String sentence) {
        super(sentence);
    }

    static RestoreIsRefused targetIsNotEmpty(Path target) {
        return new RestoreIsRefused(target
                + " is not empty. Restore into a new folder; whatever is left of the old one is evidence: keep it.");
    }

    static RestoreIsRefused keystoreIsMissing(String what, Path searched) {
        return new RestoreIsRefused(
                "The keystore of " + what + " is not below " + searched
                        + ": no backup holds root keys. Bring root.p12 from the medium that it was put on after the first start,"
                        + " or from its escrow, into a folder, and name that with --keys. Without it nothing can be decrypted.");
    }

    static RestoreIsRefused needsRoom(Path place, long bytes, long free) {
        return new RestoreIsRefused(
                "%s has %,d bytes free, and the backup needs %,d. Name a larger disk.".formatted(place, free, bytes));
    }

    static RestoreIsRefused diskIsFull(Path draft) {
        return new RestoreIsRefused(
                "The disk of " + draft + " became full. Nothing was restored, and the backup is as it"
                        + " was: delete what is left of " + draft + ", and name a larger disk.");
    }

    static RestoreIsRefused cannotBeWritten(Path draft) {
        return new RestoreIsRefused("Nothing may be written to " + draft
                + ": its disk is read-only, or closed to this user. Mount it writable, or name another folder. The backup"
                + " is as it was.");
    }

    static RestoreIsRefused isOfNoLog(Path file) {
        return new RestoreIsRefused(
                file + " is a checkpoint of neither log in this backup. Leave it out, or name the right backup.");
    }

    static RestoreIsRefused isNoCheckpoint(Path file, String reason) {
        return new RestoreIsRefused(
                file + " is no checkpoint: " + reason + ". Ask whoever kept it for the file as it was.");
    }

    static RestoreIsRefused found(Path draft, List<String> findings) {
        return new RestoreIsRefused("What was restored is not well, and was left in %s: %d findings, first: %s"
                .formatted(draft, findings.size(), findings.getFirst()));
    }
}
