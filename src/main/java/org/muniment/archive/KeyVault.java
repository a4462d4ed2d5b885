package org.muniment.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.muniment.merklelog.LogKey;

/// What is in the PKCS#12 keystore: the versions of the root key, the highest of which wraps what is new, and the key
/// that signs the log. Its passphrase is in a file outside the data folder: whoever copies the data folder copies no
/// key.
final class KeyVault {
    private static final Pattern ROOT_ALIAS = Pattern.compile("root-([1-9][0-9]{0,8})");
    private static final String LOG_ALIAS = "log-1";
    private static final int FIRST_ROOT = 1;
    // RFC 5280, section 4.1.2.5: the date that means "no end is known".
    private static final Instant NO_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

    private final NavigableMap<Integer, SecretKey> roots;
    private final PrivateKey logKey;
    private final Certificate logCertificate;
    private final Passphrase passphrase;

    private KeyVault(
            NavigableMap<Integer, SecretKey> roots,
            PrivateKey logKey,
            Certificate logCertificate,
            Passphrase passphrase) {
        this.roots = Collections.unmodifiableNavigableMap(roots);
        this.logKey = logKey;
        this.logCertificate = logCertificate;
        this.passphrase = passphrase;
    }

    /// Makes the first root key, the log's key and the keystore. Nothing is forgotten here: a store
    /// has no data yet. Returns the keystore as it was written.
    static byte[] create(Path keystore, Passphrase passphrase, String name, SecureRandom random, Instant now)
            throws IOException {
        var roots = new TreeMap<Integer, SecretKey>();
        roots.put(FIRST_ROOT, newKey(random));
        KeyPair pair = LogKey.generatePair(random);
        try {
            X509Certificate certificate = selfSigned(pair, name, random, now);
            byte[] bytes = new KeyVault(roots, pair.getPrivate(), certificate, passphrase).encoded();
            DurableFiles.replace(keystore, bytes);
            return bytes;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the keystore could not be made", e);
        }
    }

    private static SecretKey newKey(SecureRandom random) {
        byte[] key = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(key);
        return Primitives.aesKey(key);
    }

    /// Returns the keystore file's bytes; other ones each time, for its salts are random.
    byte[] encoded() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var protection = new KeyStore.PasswordProtection(passphrase.characters());
            for (var root : roots.entrySet())
                store.setEntry("root-" + root.getKey(), new KeyStore.SecretKeyEntry(root.getValue()), protection);
            Certificate[] chain = {logCertificate};
            store.setEntry(LOG_ALIAS, new KeyStore.PrivateKeyEntry(logKey, chain), protection);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, passphrase.characters());
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

    SecretKey root(int version, String place) throws StoreIsDamaged {
        SecretKey root = roots.get(version);
        if (root != null) return root;
        throw new StoreIsDamaged(place + ": it is wrapped by version " + version
                + " of the root key, which is not in the keystore: restore that version from its escrow");
    }

    KeyPair logKeyPair() {
        return new KeyPair(logCertificate.getPublicKey(), logKey);
    }

    /// Returns the same with one more version of the root key.
    KeyVault withNewRoot(SecureRandom random) {
        var more = new TreeMap<>(roots);
        more.put(rootVersion() + 1, newKey(random));
        return new KeyVault(more, logKey, logCertificate, passphrase);
    }

    /// Returns the same without one version of the root key.
    KeyVault withoutRoot(int version) {
        if (version == rootVersion()) throw new IllegalArgumentException("the newest root is always needed");
        var fewer = new TreeMap<>(roots);
        fewer.remove(version);
        return new KeyVault(fewer, logKey, logCertificate, passphrase);
    }

    private static X509Certificate selfSigned(KeyPair pair, String name, SecureRandom random, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        var subject = new X500Name("CN=" + name);
        var builder = new JcaX509v3CertificateBuilder(
                subject, new BigInteger(128, random), Date.from(now), Date.from(NO_EXPIRY), subject, pair.getPublic());
        var signer = new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    static KeyVault open(byte[] keystore, Path place, Passphrase passphrase) throws IOException {
        if (passphrase.characters().length == 0) throw new PassphraseIsWrong(place, passphrase);
        try {
            return opened(keystore, place, passphrase);
        } catch (StoreIsDamaged e) {
            if (e.getCause() != null && e.getCause().getCause() instanceof UnrecoverableKeyException)
                throw new PassphraseIsWrong(place, passphrase, e);
            throw e;
        }
    }

    Passphrase passphrase() {
        return passphrase;
    }

    /// Opens the keystore as it is on the disk now, with the passphrase that opened it before.
    KeyVault reopened(byte[] keystore, Path place) throws StoreIsDamaged {
        return opened(keystore, place, passphrase);
    }

    private static KeyVault opened(byte[] keystore, Path place, Passphrase passphrase) throws StoreIsDamaged {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keystore), passphrase.characters());
            var roots = new TreeMap<Integer, SecretKey>();
            for (String alias : Collections.list(store.aliases())) {
                Matcher root = ROOT_ALIAS.matcher(alias);
                if (root.matches() && store.getKey(alias, passphrase.characters()) instanceof SecretKey key)
                    roots.put(Integer.valueOf(root.group(1)), key);
            }
            PrivateKey log = (PrivateKey) store.getKey(LOG_ALIAS, passphrase.characters());
            Certificate certificate = store.getCertificate(LOG_ALIAS);
            if (roots.isEmpty() || log == null || certificate == null)
                throw new StoreIsDamaged(place + ": the keystore lacks a key");
            return new KeyVault(roots, log, certificate, passphrase);
        } catch (StoreIsDamaged e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            throw new StoreIsDamaged(place + ": the keystore cannot be read: restore it from its escrow", e);
        }
    }
}
