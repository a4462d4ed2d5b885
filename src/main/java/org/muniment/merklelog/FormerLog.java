package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// This is a log that another one took up: nothing is added to it any more, and the other begins
/// with its entries. Its folder holds the checkpoints that were signed for it.
public final class FormerLog {
    private final Path folder;
    private final NoteVerifier key;
    private final MerkleLog now;
    private final List<String> findings = new ArrayList<>();

    /// @param key under the name of the former log
    /// @param now the log that took it up
    public FormerLog(Path folder, NoteVerifier key, MerkleLog now) {
        this.folder = folder;
        this.key = key;
        this.now = now;
    }

    /// Returns a sentence for whatever is wrong with its last checkpoint.
    public List<String> quick() throws IOException {
        lastCheckpoint();
        return findings;
    }

    /// Returns a sentence for whatever is wrong with any of its checkpoints.
    public List<String> full() throws IOException {
        Optional<Checkpoint> last = lastCheckpoint();
        Path file = folder.resolve(CheckpointHistory.NAME);
        try (CheckpointHistory history = CheckpointHistory.read(file, key.name())) {
            Optional<Checkpoint> newest = Optional.empty();
            for (long i = 0; i < history.count(); i++) {
                newest = history.checkpoint(i);
                if (newest.isPresent()) compare(newest.get(), file + ", record " + i);
                else findings.add(file + ", record " + i + " fails its checksum");
            }
            if (!newest.equals(last) || Files.size(file) != history.length())
                findings.add(file + " does not end with the checkpoint beside it");
        } catch (LogIsDamaged damage) {
            findings.add(file + ": " + damage.getMessage());
        }
        return findings;
    }

    private Optional<Checkpoint> lastCheckpoint() throws IOException {
        Path file = folder.resolve(MerkleLog.CHECKPOINT);
        try {
            Checkpoint last = Checkpoint.parse(Files.readAllBytes(file));
            compare(last, file.toString());
            return Optional.of(last);
        } catch (NoteIsMalformed damaged) {
            findings.add(file + " is damaged: " + damaged.getMessage());
            return Optional.empty();
        }
    }

    private void compare(Checkpoint checkpoint, String place) throws IOException {
        try {
            LogVerifier.verify(checkpoint, key);
            if (checkpoint.size() > now.size() || !now.root(checkpoint.size()).equals(checkpoint.root()))
                findings.add(place + ": the log does not begin with the " + checkpoint.size()
                        + " entries that were signed before it took up " + key.name());
        } catch (ProofIsInvalid forged) {
            findings.add(place + ": " + forged.getMessage());
        }
    }
}
