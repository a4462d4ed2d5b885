package org.muniment.ingest;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/// This is the making of the receiver's TLS: from the files of [SmtpTls], or with a pair of its own at first start.
final class TlsContext {
    private static final Duration OWN_CERTIFICATE_LASTS = Duration.ofDays(3650);

    private TlsContext() {}

    static SSLContext open(SmtpTls files, String hostName, Instant now, SecureRandom random) throws IOException {
        try {
            if (Files.notExists(files.certificates()) && Files.notExists(files.privateKey())) {
                makeOwn(files, hostName, now, random);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(files).getKeyManagers(), null, random);
            return context;
        } catch (IOException | GeneralSecurityException | OperatorCreationException unusable) {
            throw new CertificateIsUnusable(
                    "TLS cannot be offered with " + files.certificates() + " and " + files.privateKey()
                            + ": put a certificate chain and its unencrypted key there (PEM), or remove both to have "
                            + "a self-signed pair made. " + unusable.getMessage(),
                    unusable);
        }
    }

    private static KeyManagerFactory keys(SmtpTls files) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        // This key store lives in memory only, so its password guards nothing.
        char[] password = {};
        store.setKeyEntry("smtp", privateKey(files.privateKey()), password, certificates(files.certificates()));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys;
    }

    private static Certificate[] certificates(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
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

    private static void makeOwn(SmtpTls files, String hostName, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=" + hostName);
        var certificate = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(127, random),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(OWN_CERTIFICATE_LASTS)),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, hostName)))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
        write(files.privateKey(), new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
        write(files.certificates(), certificate);
    }

    private static void write(Path file, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.createFile(file, ownerOnly(file));
        Files.writeString(file, text.toString());
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
