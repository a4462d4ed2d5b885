package org.muniment.archive;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;

/// This is a second person to whose certificate root keys are sealed.
public record EscrowHolder(X509Certificate certificate) {
    private static final int BITS_MIN = 3072;

    /// Returns whom a certificate names (PEM or DER). Throws [EscrowIsRefused].
    public static EscrowHolder of(byte[] certificate) {
        try {
            var read =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            if (read instanceof X509Certificate x509) return new EscrowHolder(x509);
            throw new EscrowIsRefused("The file holds no X.509 certificate. Name the holder's certificate with --to.");
        } catch (CertificateException e) {
            throw new EscrowIsRefused(
                    "The file holds no X.509 certificate. Name the holder's certificate with --to.", e);
        }
    }

    /// Throws [EscrowIsRefused] unless something can be sealed to this certificate now.
    void requireUsable(Instant now) {
        if (!(certificate.getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < BITS_MIN)
            throw new EscrowIsRefused("The certificate of " + name() + " has no RSA key of " + BITS_MIN
                    + " bits or more, and nothing is sealed to another. The holder makes one with `openssl req -x509"
                    + " -newkey rsa:4096`; the key ceremony's guide has the whole line.");
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException e) {
            throw new EscrowIsRefused(
                    "The certificate of " + name() + " is valid from "
                            + certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant() + ", not now. The holder needs a new one.",
                    e);
        }
    }

    /// Returns the subject's name, on one line.
    public String name() {
        return certificate.getSubjectX500Principal().getName().replaceAll("\\p{Cntrl}", " ");
    }

    /// Returns the SHA-256 of the certificate, in hexadecimal.
    public String fingerprint() {
        return StoreIdentity.sha256(encoded());
    }

    /// Returns the certificate, DER.
    byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new EscrowIsRefused("The certificate of " + name() + " cannot be read.", e);
        }
    }
}
