package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;

/// This is a store whose files lie in a data folder again but that nobody has opened since. It gets
/// its keystore, which no backup holds, and a new origin: a log never continues from a smaller size
/// than it signed.
public final class RestoredStore {
    private static final int SUFFIX_BYTES = 4;

    private final StoreLayout layout;
    private final StoreIdentity former;

    private RestoredStore(StoreLayout layout, StoreIdentity former) {
        this.layout = layout;
        this.former = former;
    }

    /// Reads who the store is, from its folder or from a backup's, which is laid out the same.
    public static RestoredStore in(Path dataFolder) throws IOException {
        var layout = new StoreLayout(dataFolder.toAbsolutePath());
        return new RestoredStore(layout, StoreIdentity.read(layout));
    }

    /// Origin of the log that the backup was made of.
    public String formerOrigin() {
        return former.origin();
    }

    /// Returns the keystore of this store among some files; else one that lies where it belongs in a copy of a data
    /// folder, for its bytes change when its root key is rotated.
    public Optional<Path> keystoreAmong(List<Path> files, Path likely) throws IOException {
        for (Path file : files)
            if (StoreIdentity.sha256(Files.readAllBytes(file)).equals(former.keystoreSha256()))
                return Optional.of(file);
        return Files.isRegularFile(likely) ? Optional.of(likely) : Optional.empty();
    }

    /// What a keystore opens before anything is copied.
    ///
    /// @param key of the store's log
    /// @param settings those given, with the passphrase that opened it
    public record Unlocked(NoteVerifier key, ArchiveSettings settings) {}

    /// Opens a keystore of the store where it lies; throws [PassphraseIsWrong].
    public Unlocked unlock(Path keystore, ArchiveSettings settings) throws IOException {
        KeyVault vault = former.openVault(layout, keystore, settings);
        NoteVerifier key = LogKey.of(former.origin(), vault.logKeyPair()).verifier();
        return new Unlocked(key, settings.withPassphrase(vault.passphrase()));
    }

    /// Gives the store a copy of its keystore, and a new origin; both are on disk on return.
    public void takeKeystore(Path keystore, SecureRandom random) throws IOException {
        byte[] bytes = Files.readAllBytes(keystore);
        DurableFiles.replace(layout.keystore(), bytes);
        beginOrigin(bytes, random);
    }

    /// The same for as long as a rehearsal takes: the keystore is not copied, but led to.
    public void borrowKeystore(Path keystore, SecureRandom random) throws IOException {
        Files.createSymbolicLink(layout.keystore(), keystore.toAbsolutePath());
        beginOrigin(Files.readAllBytes(keystore), random);
    }

    private void beginOrigin(byte[] keystore, SecureRandom random) throws IOException {
        byte[] suffix = new byte[SUFFIX_BYTES];
        random.nextBytes(suffix);
        String origin = former.storeId().origin() + "-" + HexFormat.of().formatHex(suffix);
        new StoreIdentity(former.storeId(), origin, StoreIdentity.sha256(keystore)).write(layout);
    }

    /// Begins the new epoch in the archive that was opened in this folder.
    ///
    /// @param elsewhere checkpoints of this store's log that were kept outside; each under the key of the archive
    public Epoch begin(Archive archive, List<Checkpoint> elsewhere, Instant backupMadeAt, Progress progress)
            throws IOException {
        List<Checkpoint> known = new ArrayList<>(formerCheckpoints());
        known.addAll(elsewhere);
        for (Checkpoint checkpoint : known) requireSigned(archive.verifier(), checkpoint);
        return Epoch.begin(archive, former.origin(), known, backupMadeAt, progress);
    }

    /// Whether a checkpoint is of this store's log, of any origin it had.
    public boolean isOwn(Checkpoint checkpoint) {
        return former.storeId().isOrigin(checkpoint.origin());
    }

    private static void requireSigned(NoteVerifier key, Checkpoint checkpoint) {
        try {
            LogVerifier.verify(checkpoint, key.named(checkpoint.origin()));
        } catch (ProofIsInvalid forged) {
            throw new CheckpointIsNotBelieved(checkpoint, forged);
        }
    }

    /// Those of the logs that were copied.
    private List<Checkpoint> formerCheckpoints() throws IOException {
        if (!Files.isDirectory(layout.logs())) return List.of();
        List<Checkpoint> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(layout.logs())) {
            for (Path file :
                    files.filter(it -> it.endsWith("checkpoint")).sorted().toList()) {
                Checkpoint checkpoint = Checkpoint.parse(Files.readAllBytes(file));
                if (isOwn(checkpoint)
                        && !file.startsWith(
                                layout.log(StoreIdentity.read(layout).origin()))) found.add(checkpoint);
            }
        } catch (NoteIsMalformed damaged) {
            throw new StoreIsDamaged("a checkpoint below " + layout.logs() + " is damaged: " + damaged.getMessage());
        }
        return found;
    }

    /// Says which entries a segment holds, from the key table and not from the segment; empty for another file.
    public Optional<String> holds(Path file) throws IOException {
        List<KeyTable.Row> rows = KeyTable.read(layout.keyTable());
        for (int i = 0; i < rows.size(); i++) {
            KeyTable.Row row = rows.get(i);
            if (!layout.segment(row.segmentId(), row.created()).equals(file)) continue;
            String first = "accession " + row.firstAccession();
            return Optional.of(
                    i + 1 < rows.size()
                            ? first + " to " + (rows.get(i + 1).firstAccession() - 1)
                            : first + " to the last");
        }
        return Optional.empty();
    }
}
