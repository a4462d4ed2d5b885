package org.muniment.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;

/// This is a certificate with its key, read from [PemFiles] and found to belong together.
public final class ServerCertificate {
    /// How long before its end a person is told that a certificate must be replaced.
    public static final Duration WARNED_BEFORE = Duration.ofDays(30);

    /// The key store lives in memory only, so its password guards nothing.
    public static final String PASSWORD = "";

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /// Reads the files, or makes a pair for these names if neither is there. Throws [CertificateIsUnusable].
    ///
    /// @param names host names and addresses a self-made certificate is for; the first is the subject
    public static ServerCertificate open(PemFiles files, List<String> names, Instant now, SecureRandom random) {
        try {
            if (files.areMissing()) SelfMade.write(files, names, now, random);
            else SelfMade.finish(files);
            return read(files);
        } catch (IOException | GeneralSecurityException | OperatorCreationException unusable) {
            throw new CertificateIsUnusable(
                    "TLS cannot be offered with " + files.certificates() + " and " + files.privateKey()
                            + ": put a certificate chain and its unencrypted key there (PEM), or remove both to have "
                            + "a self-signed pair made. " + unusable.getMessage(),
                    unusable);
        }
    }

    private static ServerCertificate read(PemFiles files) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = certificates(files.certificates());
        PrivateKey key = privateKey(files.privateKey());
        if (chain.isEmpty()) throw new IOException(files.certificates() + " holds no certificate.");
        if (!belongTogether(chain.getFirst(), key))
            throw new IOException("The key is not the one of the first certificate.");
        return new ServerCertificate(chain, key);
    }

    /// When it can no longer be used.
    public Instant endsAt() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /// Whether nobody but itself vouches for it.
    public boolean isSelfSigned() {
        X509Certificate own = chain.getFirst();
        return own.getSubjectX500Principal().equals(own.getIssuerX500Principal());
    }

    public boolean isUsableFor(Duration time, Instant now) {
        return endsAt().isAfter(now.plus(time));
    }

    /// The pair in a key store in memory, its only entry, under [#PASSWORD].
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, PASSWORD.toCharArray(), chain.toArray(X509Certificate[]::new));
            return store;
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public SSLContext context(SecureRandom random) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, random);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            Collection<?> found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            return found.stream().map(X509Certificate.class::cast).toList();
        }
    }

    private static PrivateKey privateKey(Path file) throws IOException {
        try (PEMParser parser = new PEMParser(Files.newBufferedReader(file, StandardCharsets.US_ASCII))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PrivateKeyInfo key) return converter.getPrivateKey(key);
                if (found instanceof PEMKeyPair pair)
                    return converter.getKeyPair(pair).getPrivate();
            }
        }
        throw new IOException(file + " holds no unencrypted private key.");
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] probe = "does this key belong to that certificate?".getBytes(StandardCharsets.US_ASCII);
        if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) return false;
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(key);
        signing.update(probe);
        Signature verifying = Signature.getInstance(algorithm);
        verifying.initVerify(certificate.getPublicKey());
        verifying.update(probe);
        return verifying.verify(signing.sign());
    }
}
