package org.muniment.archive;

import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.ProofIsInvalid;

/// Refusal: a checkpoint that was handed in, or that a backup holds, was not signed with this archive's key.
public final class CheckpointIsNotBelieved extends RuntimeException {
    CheckpointIsNotBelieved(Checkpoint checkpoint, ProofIsInvalid cause) {
        super(
                "The checkpoint of " + checkpoint.origin() + " over " + checkpoint.size()
                        + " entries was not signed with the key in this keystore: " + cause.getMessage()
                        + ". Ask whoever kept it for the file as it was; or is the keystore another archive's?",
                cause);
    }
}
