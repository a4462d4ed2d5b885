package org.muniment.archive;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.util.List;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/// A file of escrow: a few lines that people read, then CMS EnvelopedData (RFC 5652) as PEM, which openssl opens as
/// well, then the hash of all that.
final class EscrowFile {
    private static final String FIRST_LINE = "muniment escrow v1\n";
    private static final String HASH = "sha256 ";
    private static final String LABEL = "CMS";
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private EscrowFile() {}

    /// @param lines what may be read without a key
    static byte[] sealed(List<String> lines, byte[] content, X509Certificate to) throws IOException {
        var text = new StringBuilder(FIRST_LINE);
        lines.forEach(line -> text.append(line).append('\n'));
        text.append(pem(enveloped(content, to)));
        byte[] hashed = text.toString().getBytes(StandardCharsets.UTF_8);
        return text.append(HASH)
                .append(StoreIdentity.sha256(hashed))
                .append('\n')
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] enveloped(byte[] content, X509Certificate to) throws IOException {
        try {
            var oaep = new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
            var by = new JcaAlgorithmParametersConverter()
                    .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, oaep);
            var generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(to, by).setProvider(PROVIDER));
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                    .setProvider(PROVIDER)
                                    .build())
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException e) {
            throw new EscrowIsRefused("Nothing can be sealed to this certificate: " + e.getMessage(), e);
        }
    }

    private static String pem(byte[] bytes) throws IOException {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(LABEL, bytes));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /// Returns what was sealed. Throws [EscrowIsRefused].
    static byte[] opened(byte[] file, PrivateKey key) {
        requireWhole(file);
        RecipientInformation sealedTo = recipient(file);
        CMSTypedStream content;
        try {
            content = sealedTo.getContentStream(new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER));
        } catch (CMSException | IOException | RuntimeException e) {
            throw new EscrowIsRefused(
                    "This key does not open the file: it was sealed to another certificate. Its line \"holder\" names"
                            + " whose key is needed. Nothing was changed.",
                    e);
        }
        try (var stream = content.getContentStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static RecipientInformation recipient(byte[] file) {
        try {
            var recipients =
                    new CMSEnvelopedData(binary(file)).getRecipientInfos().getRecipients();
            if (!recipients.isEmpty()) return recipients.iterator().next();
            throw damaged(new IOException("nobody can open it"));
        } catch (CMSException | IOException | RuntimeException e) {
            if (e instanceof EscrowIsRefused refused) throw refused;
            throw damaged(e);
        }
    }

    private static void requireWhole(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (!text.startsWith(FIRST_LINE))
            throw new EscrowIsRefused(
                    "This is no file of `muniment keys escrow`, or its beginning is damaged. Nothing was changed.");
        int at = text.lastIndexOf(HASH);
        String hash = StoreIdentity.sha256(text.substring(0, at < 0 ? 0 : at).getBytes(StandardCharsets.UTF_8));
        if (at < 0 || !text.substring(at).strip().equals(HASH + hash))
            throw damaged(new IOException("its hash is another"));
    }

    private static EscrowIsRefused damaged(Exception e) {
        return new EscrowIsRefused(
                "The escrow is damaged: its bytes are not those that were written. Bring the holder's other copy."
                        + " Nothing was changed.",
                e);
    }

    /// Returns what PEM spells, or bytes that are not PEM as they are.
    static byte[] binary(byte[] given) throws IOException {
        String text = new String(given, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN ")) return given;
        try (var reader = new PemReader(new StringReader(text))) {
            PemObject first = reader.readPemObject();
            if (first == null) throw new IOException("it is no PEM");
            return first.getContent();
        }
    }
}
