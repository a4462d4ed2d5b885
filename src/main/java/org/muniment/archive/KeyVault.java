package org.muniment.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.muniment.merklelog.LogKey;

/// What the PKCS#12 keystore names: the versions of the root key, the highest of which wraps what is new, and the key
/// that signs the log. What locks it is outside the data folder: whoever copies the data folder copies no key.
final class KeyVault {
    private static final Pattern ROOT_ALIAS = Pattern.compile("root-([1-9][0-9]{0,8})");
    private static final String LOG_ALIAS = "log-1";
    static final int FIRST_ROOT = 1;

    private final NavigableMap<Integer, RootKey> roots;
    private final PrivateKey logKey;
    private final Certificate logCertificate;
    private final Passphrase passphrase;
    private final RootPlace place;

    private KeyVault(
            NavigableMap<Integer, RootKey> roots,
            PrivateKey logKey,
            Certificate logCertificate,
            Passphrase passphrase,
            RootPlace place) {
        this.roots = Collections.unmodifiableNavigableMap(roots);
        this.logKey = logKey;
        this.logCertificate = logCertificate;
        this.passphrase = passphrase;
        this.place = place;
    }

    /// Makes the first root key, the log's key and the keystore. Nothing is forgotten here: a store
    /// has no data yet. Returns the keystore as it was written.
    static byte[] create(Path keystore, Passphrase passphrase, String name, SecureRandom random, Instant now)
            throws IOException {
        return create(keystore, passphrase, RootPlace.KEYSTORE, name, random, now);
    }

    static byte[] create(
            Path keystore, Passphrase passphrase, RootPlace place, String name, SecureRandom random, Instant now)
            throws IOException {
        var roots = new TreeMap<Integer, RootKey>();
        roots.put(FIRST_ROOT, place.make(FIRST_ROOT, random));
        KeyPair pair = LogKey.generatePair(random);
        try {
            Certificate certificate = LogCertificate.of(pair, name, random, now);
            byte[] bytes = new KeyVault(roots, pair.getPrivate(), certificate, passphrase, place).encoded();
            DurableFiles.replace(keystore, bytes);
            return bytes;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the keystore could not be made", e);
        }
    }

    /// Returns the keystore file's bytes; other ones each time, for its salts are random.
    byte[] encoded() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] lock = place.lock(passphrase).characters();
            var protection = new KeyStore.PasswordProtection(lock);
            for (var root : roots.entrySet())
                store.setEntry(
                        "root-" + root.getKey(),
                        new KeyStore.SecretKeyEntry(root.getValue().entry()),
                        protection);
            Certificate[] chain = {logCertificate};
            store.setEntry(LOG_ALIAS, new KeyStore.PrivateKeyEntry(logKey, chain), protection);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, lock);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the keystore could not be made", e);
        }
    }

    /// Returns the number of the root key that wraps what is new.
    int rootVersion() {
        return roots.lastKey();
    }

    NavigableSet<Integer> rootVersions() {
        return roots.navigableKeySet();
    }

    RootKey root(int version, String place) throws StoreIsDamaged {
        RootKey root = roots.get(version);
        if (root != null) return root;
        throw new StoreIsDamaged(place + ": it is wrapped by version " + version
                + " of the root key, which is not in the "
                + (isInToken()
                        ? "token: put that key back from the token's own backup"
                        : "keystore: restore that version from its escrow"));
    }

    KeyPair logKeyPair() {
        return new KeyPair(logCertificate.getPublicKey(), logKey);
    }

    /// Returns the same with one more version of the root key.
    KeyVault withNewRoot(SecureRandom random) throws IOException {
        var more = new TreeMap<>(roots);
        more.put(rootVersion() + 1, place.make(rootVersion() + 1, random));
        return new KeyVault(more, logKey, logCertificate, passphrase, place);
    }

    /// Returns the same without one version of the root key.
    KeyVault withoutRoot(int version) {
        if (version == rootVersion()) throw new IllegalArgumentException("the newest root is always needed");
        var fewer = new TreeMap<>(roots);
        fewer.remove(version);
        place.forget(version);
        return new KeyVault(fewer, logKey, logCertificate, passphrase, place);
    }

    /// Removes a root key that the keystore on disk does not name any more from wherever else it is.
    void destroyed(KeyChange change) throws IOException {
        if (!roots.containsKey(change.version()) && change.label().isPresent())
            place.destroy(change.label().get());
    }

    /// Returns the token's part, if the root keys are in one.
    Optional<TokenRoots> token() {
        return place instanceof TokenRoots token ? Optional.of(token) : Optional.empty();
    }

    boolean isInToken() {
        return token().isPresent();
    }

    /// Returns the same keys under another passphrase.
    KeyVault under(Passphrase other) {
        return new KeyVault(roots, logKey, logCertificate, other, place);
    }

    static KeyVault open(byte[] keystore, Path file, Passphrase passphrase) throws IOException {
        if (passphrase.characters().length == 0) throw new PassphraseIsWrong(file, passphrase);
        try {
            return opened(keystore, file, passphrase, RootPlace.KEYSTORE);
        } catch (StoreIsDamaged e) {
            if (e.getCause() != null && e.getCause().getCause() instanceof UnrecoverableKeyException)
                throw new PassphraseIsWrong(file, passphrase, e);
            throw e;
        }
    }

    Passphrase passphrase() {
        return passphrase;
    }

    /// Opens the keystore as it is on the disk now, with the passphrase that opened it before.
    KeyVault reopened(byte[] keystore, Path file) throws IOException {
        return opened(keystore, file, passphrase, place);
    }

    static KeyVault opened(byte[] keystore, Path file, Passphrase passphrase, RootPlace place) throws IOException {
        char[] lock = place.lock(passphrase).characters();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keystore), lock);
            var roots = new TreeMap<Integer, RootKey>();
            for (String alias : Collections.list(store.aliases())) {
                Matcher named = ROOT_ALIAS.matcher(alias);
                if (named.matches() && store.getKey(alias, lock) instanceof SecretKey key) {
                    int version = Integer.parseInt(named.group(1));
                    var root = place.read(version, key);
                    if (root.isPresent()) roots.put(version, root.get());
                }
            }
            place.needed().forEach(roots::putIfAbsent);
            PrivateKey log = (PrivateKey) store.getKey(LOG_ALIAS, lock);
            Certificate certificate = store.getCertificate(LOG_ALIAS);
            if (roots.isEmpty() || log == null || certificate == null)
                throw new StoreIsDamaged(file + ": the keystore lacks a key");
            return new KeyVault(roots, log, certificate, passphrase, place);
        } catch (StoreIsDamaged | TokenIsMissing e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreIsDamaged(file + ": the keystore cannot be read: restore it from its escrow", e);
        }
    }
}
