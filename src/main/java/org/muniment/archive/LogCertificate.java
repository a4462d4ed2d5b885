package org.muniment.archive;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The certificate without which a keystore takes no private key; nobody else looks at it.
final class LogCertificate {
    // RFC 5280, section 4.1.2.5: the date that means "no end is known".
    private static final Instant NO_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

    private LogCertificate() {}

    static X509Certificate of(KeyPair pair, String name, SecureRandom random, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
        var subject = new X500Name("CN=" + name);
        var builder = new JcaX509v3CertificateBuilder(
                subject, new BigInteger(128, random), Date.from(now), Date.from(NO_EXPIRY), subject, pair.getPublic());
        var signer = new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
