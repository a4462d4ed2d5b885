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
import java.util.Date;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.muniment.merklelog.LogKey;

/// The PKCS#12 keystore with the root key, which opens all others, and the key that signs the log. Its passphrase is
/// in a file outside the data folder: whoever copies the data folder copies no key.
record KeyVault(SecretKey rootKey, int rootVersion, KeyPair logKeyPair) {
    private static final String ROOT_ALIAS = "root-1";
    private static final String LOG_ALIAS = "log-1";
    private static final int ROOT_VERSION = 1;
    private static final int PASSPHRASE_BYTES = 32;
    private static final int PASSPHRASE_LENGTH_MIN = 20;
    // RFC 5280, section 4.1.2.5: the date that means "no end is known".
    private static final Instant NO_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

    /// Makes both keys and the keystore, and the passphrase file unless it is there: it may be the only way into
    /// another archive, so it is never replaced. Nothing is forgotten here: a store has no data yet.
    /// Returns the keystore as it was written.
    static byte[] create(Path keystore, Path passphraseFile, String name, SecureRandom random, Instant now)
            throws IOException {
        String text = passphrase(passphraseFile, random);
        byte[] root = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(root);
        KeyPair pair = LogKey.generatePair(random);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            var protection = new KeyStore.PasswordProtection(text.toCharArray());
            store.setEntry(ROOT_ALIAS, new KeyStore.SecretKeyEntry(Primitives.aesKey(root)), protection);
            Certificate[] chain = {selfSigned(pair, name, random, now)};
            store.setEntry(LOG_ALIAS, new KeyStore.PrivateKeyEntry(pair.getPrivate(), chain), protection);
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, text.toCharArray());
            DurableFiles.replace(keystore, bytes.toByteArray());
            return bytes.toByteArray();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the keystore could not be made", e);
        }
    }

    /// Another key than every other use's, from the root key (HKDF, RFC 5869).
    SecretKey keyFor(String use) {
        byte[] info = ("muniment key " + ROOT_VERSION + " for " + use).getBytes(StandardCharsets.UTF_8);
        try {
            var derivation = HKDFParameterSpec.ofExtract().addIKM(rootKey).thenExpand(info, RecordSecrets.KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java since 25 derives keys", impossible);
        }
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
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keystore), passphrase);
            SecretKey root = (SecretKey) store.getKey(ROOT_ALIAS, passphrase);
            PrivateKey log = (PrivateKey) store.getKey(LOG_ALIAS, passphrase);
            Certificate certificate = store.getCertificate(LOG_ALIAS);
            if (root == null || log == null || certificate == null)
                throw new StoreIsDamaged(place + ": the keystore lacks a key");
            return new KeyVault(root, ROOT_VERSION, new KeyPair(certificate.getPublicKey(), log));
        } catch (StoreIsDamaged e) {
            throw e;
        } catch (IOException | GeneralSecurityException e) {
            if (e.getCause() instanceof UnrecoverableKeyException)
                throw new PassphraseIsWrong(place, passphraseFile, e);
            throw new StoreIsDamaged(place + ": the keystore cannot be read: restore it from its escrow", e);
        }
    }
}
