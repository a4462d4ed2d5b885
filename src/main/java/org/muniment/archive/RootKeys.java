package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;

/// This is where the versions of an archive's root key are changed. The newest one wraps the keys of segments; an older
/// one stays until it is destroyed. A change that was stopped is finished at the next start, or by the next change.
public final class RootKeys {
    static final String ROTATED = "rotated";
    static final String DESTROYED = "root-destroyed";

    private final OpenedStore store;
    private final SecureRandom random;
    private final Consumer<LifecycleEvent> log;
    private final Escrows escrows;

    /// One version of the root key.
    ///
    /// @param segments how many segments' keys it wraps
    /// @param isNewest whether it wraps what is new
    public record Version(int number, long segments, boolean isNewest) {
        /// Whether nothing of this archive needs it; a backup may.
        boolean isUnused() {
            return !isNewest && segments == 0;
        }
    }

    RootKeys(OpenedStore store, SecureRandom random, Consumer<LifecycleEvent> log) {
        this.store = store;
        this.random = random;
        this.log = log;
        this.escrows = new Escrows(store, log);
    }

    /// Who holds copies of the root keys.
    public Escrows escrows() {
        return escrows;
    }

    /// Returns the keys as they are now, to be sealed to somebody.
    EscrowContent.Part escrowPart() throws IOException {
        store.gate().require();
        if (isInToken()) throw EscrowIsRefused.ofTokenKeys();
        return new EscrowContent.Part(
                store.identity().storeId(),
                store.identity().origin(),
                store.ring().vault());
    }

    /// Whether they are in a token, which gives no key to anybody.
    public boolean isInToken() {
        return store.ring().vault().isInToken();
    }

    /// Asks the token for its newest key, and wraps the next segment's ahead of time; nothing to ask of a keystore.
    /// Throws [TokenIsMissing].
    public void requireToken() throws IOException {
        KeyVault vault = store.ring().vault();
        try {
            if (vault.root(vault.rootVersion(), "the token") instanceof TokenRoot root) {
                root.require();
                store.segments().keys().prepare(random);
            }
        } catch (UncheckedIOException away) {
            throw away.getCause();
        }
    }

    /// Returns the keys older than a version that are in the token now, in words.
    List<String> inTokenBefore(int version) throws IOException {
        var token = store.ring().vault().token();
        if (token.isEmpty()) return List.of();
        return token.get().labelsBefore(version).stream()
                .map(label -> "whoever has the token with the key " + label + " (delete it there, by the token's tool)")
                .toList();
    }

    /// Returns the versions that the keystore names, the token lacks, and the log does not call destroyed.
    public List<Integer> lackingInToken() throws IOException {
        var token = store.ring().vault().token();
        if (token.isEmpty() || token.get().lacking().isEmpty()) return List.of();
        var destroyed = escrows.destroyedRoots();
        return token.get().lacking().stream()
                .filter(it -> !destroyed.contains(it))
                .sorted()
                .toList();
    }

    /// Writes down that somebody holds these keys; throws [EscrowIsRefused] if they changed meanwhile.
    synchronized void escrowed(KeyVault sealed, EscrowHolder holder, String fileSha256) {
        if (!sealed.rootVersions().equals(store.ring().vault().rootVersions()))
            throw new EscrowIsRefused("The root keys changed meanwhile; do it again.");
        escrows.write(sealed.rootVersions(), holder, fileSha256);
    }

    /// Destroys again what the log, from its beginning, says was destroyed: an escrow that was opened or an old copy of
    /// the keystore may have brought it back. Returns which.
    public synchronized List<Integer> destroyWhatCameBack() throws IOException {
        List<Integer> gone = new ArrayList<>();
        if (versions().stream().noneMatch(Version::isUnused)) return gone;
        var destroyed = escrows.destroyedRoots();
        for (Version version : versions())
            if (version.isUnused() && destroyed.contains(version.number())) {
                destroy(version.number());
                gone.add(version.number());
            }
        return gone;
    }

    /// Returns the versions there are, the oldest first.
    public List<Version> versions() {
        KeyVault vault = store.ring().vault();
        List<KeyTable.Row> rows = store.segments().keys().rows();
        return vault.rootVersions().stream()
                .map(number -> new Version(
                        number,
                        rows.stream().filter(row -> row.keyVersion() == number).count(),
                        number == vault.rootVersion()))
                .toList();
    }

    /// Makes a new version of the root key and wraps all segments' keys by it; returns its number. The older ones stay,
    /// for what was copied before. Throws an [ArchiveRefusal] while nothing can be written down.
    public synchronized int rotate() throws IOException {
        store.gate().require();
        finish();
        KeyVault next = store.ring().vault().withNewRoot(random);
        // Before there is a second root, so that a store with one always has this file.
        store.ring().keepSecrets();
        byte[] keystore = next.encoded();
        var change = begin(KeyChange.Kind.ROTATION, next.rootVersion(), keystore);
        store.ring().replace(next, keystore);
        finishRotation(change);
        return next.rootVersion();
    }

    /// Destroys an old version of the root key: whatever only it opens can never be read again. Throws
    /// [RootIsInUse] while anything of this archive needs it.
    public synchronized void destroy(int version) throws IOException {
        store.gate().require();
        boolean wasThere = isThere(version);
        finish();
        // A try that failed before has just been finished.
        if (wasThere && !isThere(version)) return;
        requireUnused(version);
        KeyVault next = store.ring().vault().withoutRoot(version);
        byte[] keystore = next.encoded();
        finishDestruction(begin(KeyChange.Kind.DESTRUCTION, version, keystore), next, keystore);
    }

    private boolean isThere(int version) {
        return versions().stream().anyMatch(it -> it.number() == version);
    }

    private void requireUnused(int version) throws IOException {
        Version found = versions().stream()
                .filter(it -> it.number() == version)
                .findFirst()
                .orElseThrow(() -> new NoSuchRoot(version));
        if (!found.isUnused()) throw new RootIsInUse(found);
        // What is on the disk may be older than what is known: a force that failed left it open.
        store.segments().keys().writeAgain();
        store.ring().keepSecrets();
    }

    private KeyChange begin(KeyChange.Kind kind, int version, byte[] keystore) throws IOException {
        var change = new KeyChange(
                kind, version, store.growth().size(), StoreIdentity.sha256(keystore), label(kind, version));
        change.begin(store.layout());
        return change;
    }

    /// Another copy's key may have the same number: the label says which of them goes.
    private Optional<String> label(KeyChange.Kind kind, int version) throws StoreIsDamaged {
        if (kind == KeyChange.Kind.ROTATION) return Optional.empty();
        return store.ring().vault().root(version, "the change").name();
    }

    /// Finishes what the last process could not; if this one cannot either, the archive works on all the same.
    void finishAtStart(Alarms alarms) {
        try {
            finish();
        } catch (IOException | UncheckedIOException | ArchiveRefusal trouble) {
            alarms.raise(
                    AlarmKind.FORCE_FAILED,
                    "A change of the root keys could not be finished; the next start tries it again: "
                            + trouble.getMessage());
        }
    }

    /// Finishes what was stopped in the middle.
    synchronized void finish() throws IOException {
        Optional<KeyChange> begun = KeyChange.in(store.layout());
        if (begun.isEmpty()) return;
        KeyChange change = begun.get();
        byte[] keystore = Files.readAllBytes(store.layout().keystore());
        KeyVault onDisk = store.ring().vault().reopened(keystore, store.layout().keystore());
        boolean isReached = StoreIdentity.sha256(keystore).equals(change.to());
        switch (change.kind()) {
            case ROTATION -> {
                // The keystore is written anew, for nobody knows whether its name was forced.
                if (isReached) store.ring().replace(onDisk, keystore);
                if (isReached) finishRotation(change);
                else KeyChange.end(store.layout());
            }
            case DESTRUCTION -> {
                if (isReached) finishDestruction(change, onDisk, keystore);
                else destroyAgain(change, onDisk);
            }
        }
    }

    /// A table of keys from a backup may need what was about to be destroyed: then it stays.
    private void destroyAgain(KeyChange change, KeyVault onDisk) throws IOException {
        if (versions().stream().noneMatch(it -> it.number() == change.version() && it.isUnused())) {
            KeyChange.end(store.layout());
            return;
        }
        store.ring().keepSecrets();
        KeyVault next = onDisk.withoutRoot(change.version());
        byte[] keystore = next.encoded();
        var again = new KeyChange(
                change.kind(), change.version(), change.size(), StoreIdentity.sha256(keystore), change.label());
        again.begin(store.layout());
        finishDestruction(again, next, keystore);
    }

    /// Written down before the first key is wrapped by the new root.
    private void finishRotation(KeyChange change) throws IOException {
        write(change, new LifecycleEvent(ROTATED, "{\"root\":%d}".formatted(change.version())));
        store.segments().keys().wrapAnew();
        store.ring().keepSecrets();
        KeyChange.end(store.layout());
    }

    /// Written down before the root is gone: it never is without a word.
    private void finishDestruction(KeyChange change, KeyVault next, byte[] keystore) throws IOException {
        write(change, new LifecycleEvent(DESTROYED, "{\"root\":%d}".formatted(change.version())));
        store.ring().replace(next, keystore);
        next.destroyed(change);
        KeyChange.end(store.layout());
    }

    private void write(KeyChange change, LifecycleEvent event) throws IOException {
        try (var events = new EventReader(store, new RecordWalk(store.segments(), store.growth(), change.size()))) {
            for (var next = events.next(); next.isPresent(); next = events.next())
                if (next.get().event().equals(event)) return;
        }
        log.accept(event);
    }
}
