package org.muniment.anchor;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/// The certificates that an authority is believed by: its own, or those of whoever vouches for it; never this machine's
/// list for web sites. Whether one was revoked is not asked: a token must be checkable in twenty years without a
/// network.
final class TrustedCertificates {
    private static final int CERTIFICATES_MAX = 20;

    private final List<X509Certificate> certificates;
    private final byte[] pem;

    private TrustedCertificates(List<X509Certificate> certificates, byte[] pem) {
        this.certificates = certificates;
        this.pem = pem;
    }

    /// Throws [AnchorIsRefused] if there is no certificate in the text.
    static TrustedCertificates of(byte[] pem, String place) {
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .limit(CERTIFICATES_MAX)
                            .toList();
            if (certificates.isEmpty()) throw new AnchorIsRefused(place + " holds no certificate.");
            return new TrustedCertificates(certificates, pem.clone());
        } catch (GeneralSecurityException unreadable) {
            throw new AnchorIsRefused(place + " holds no readable certificate (PEM).");
        }
    }

    byte[] pem() {
        return pem.clone();
    }

    List<X509Certificate> all() {
        return certificates;
    }

    /// Throws [AnchorIsRefused] unless the signer is one of these or one of these vouches for it, at an instant.
    void require(X509Certificate signer, Collection<X509Certificate> others, Instant at) {
        if (certificates.contains(signer)) return;
        try {
            X509CertSelector itself = new X509CertSelector();
            itself.setCertificate(signer);
            var path = new PKIXBuilderParameters(
                    certificates.stream()
                            .map(certificate -> new TrustAnchor(certificate, null))
                            .collect(Collectors.toSet()),
                    itself);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            path.setRevocationEnabled(false);
            path.setDate(Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(path);
        } catch (GeneralSecurityException unknown) {
            throw new AnchorIsRefused("It is signed with a certificate that no trusted one vouches for: "
                    + signer.getSubjectX500Principal().getName() + ".");
        }
    }
}
