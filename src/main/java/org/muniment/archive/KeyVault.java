package org.muniment.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
import java.util.Base64;
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
    private static final int PASSPHRASE_BYTES = 32;
    private static final int PASSPHRASE_LENGTH_MIN = 20;
    // RFC 5280, section 4.1.2.5: the date that means "no end is known".
    private static final Instant NO_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

    private final NavigableMap<Integer, SecretKey> roots;
    private final PrivateKey logKey;
    private final Certificate logCertificate;
    private final char[] passphrase;

    private KeyVault(
            NavigableMap<Integer, SecretKey> roots, PrivateKey logKey, Certificate logCertificate, char[] passphrase) {
        this.roots = Collections.unmodifiableNavigableMap(roots);
        this.logKey = logKey;
        this.logCertificate = logCertificate;
        this.passphrase = passphrase;
    }

    /// Makes the first root key, the log's key and the keystore, and the passphrase file unless it
    /// is there: it may be the only way into another archive, so it is never replaced. Nothing is
    /// forgotten here: a store has no data yet. Returns the keystore as it was written.
    static byte[] create(Path keystore, Path passphraseFile, String name, SecureRandom random, Instant now)
            throws IOException {
        String text = passphrase(passphraseFile, random);
        var roots = new TreeMap<Integer, SecretKey>();
        roots.put(FIRST_ROOT, newKey(random));
        KeyPair pair = LogKey.generatePair(random);
        try {
            X509Certificate certificate = selfSigned(pair, name, random, now);
            byte[] bytes = new KeyVault(roots, pair.getPrivate(), certificate, text.toCharArray()).encoded();
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
            var protection = new KeyStore.PasswordProtection(passphrase);
            for (var root : roots.entrySet())
                store.setEntry("root-" + root.getKey(), new KeyStore.SecretKeyEntry(root.getValue()), protection);
            Certificate[] chain = {logCertificate};
            store.setEntry(LOG_ALIAS, new KeyStore.PrivateKeyEntry(logKey, chain), protection);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, passphrase);
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

    private static String passphrase(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            // It may be of a first start that was stopped before its name was forced.
            DurableFiles.makeFolder(DurableFiles.folderOf(file));
            DurableFiles.forceOwnFolder(DurableFiles.folderOf(file));
            String given = Files.readString(file).strip();
            if (given.length() >= PASSPHRASE_LENGTH_MIN) return given;
            throw new IOException("The passphrase in " + file + " is shorter than " + PASSPHRASE_LENGTH_MIN
                    + " characters. Write a longer one, or remove the file to have one made.");
        }
        byte[] passphrase = new byte[PASSPHRASE_BYTES];
        random.nextBytes(passphrase);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(passphrase);
        DurableFiles.makeFolder(DurableFiles.folderOf(file));
        DurableFiles.replace(file, (text + "\n").getBytes(StandardCharsets.US_ASCII));
        return text;
    }

    private static X509Certificate selfSigned(KeyPair pair, String name, SecureRandom random, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        var subject = new X500Name("CN=" + name);
        var builder = new JcaX509v3CertificateBuilder(
                subject, new BigInteger(128, random), Date.from(now), Date.from(NO_EXPIRY), subject, pair.getPublic());
        var signer = new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    static KeyVault open(byte[] keystore, Path place, Path passphraseFile) throws IOException {
        if (!Files.exists(passphraseFile))
            throw new IOException("The passphrase of the keystore " + place + " is missing: restore the file "
                    + passphraseFile + ", or name where it is in MUNIMENT_PASSPHRASE_FILE.");
        char[] passphrase = Files.readString(passphraseFile).strip().toCharArray();
        if (passphrase.length == 0) throw new PassphraseIsWrong(place, passphraseFile);
        try {
            return open(keystore, place, passphrase);
        } catch (StoreIsDamaged e) {
            if (e.getCause() != null && e.getCause().getCause() instanceof UnrecoverableKeyException)
                throw new PassphraseIsWrong(place, passphraseFile, e);
            throw e;
        }
    }

    /// Opens the keystore as it is on the disk now, with the passphrase that opened it before.
    KeyVault reopened(byte[] keystore, Path place) throws StoreIsDamaged {
        return open(keystore, place, passphrase);
    }

    private static KeyVault open(byte[] keystore, Path place, char[] passphrase) throws StoreIsDamaged {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keystore), passphrase);
            var roots = new TreeMap<Integer, SecretKey>();
            for (String alias : Collections.list(store.aliases())) {
                Matcher root = ROOT_ALIAS.matcher(alias);
                if (root.matches() && store.getKey(alias, passphrase) instanceof SecretKey key)
                    roots.put(Integer.valueOf(root.group(1)), key);
            }
            PrivateKey log = (PrivateKey) store.getKey(LOG_ALIAS, passphrase);
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
