package org.muniment.anchor;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Decides whether a time-stamp response (RFC 3161) says of these bytes when they existed, and by
/// whom it is signed. The same check is made when it comes in and in every verification after that.
final class TokenCheck {
    private static final ASN1ObjectIdentifier SHA_256 = NISTObjectIdentifiers.id_sha256;

    private TokenCheck() {}

    /// Returns the response these bytes spell. Throws [AnchorIsRefused] if they spell none, or one without a token.
    static TimeStampResponse parsed(byte[] response) {
        try {
            TimeStampResponse parsed = new TimeStampResponse(response);
            if (parsed.getTimeStampToken() == null)
                throw new AnchorIsRefused("The authority refused to stamp: status " + parsed.getStatus() + ", "
                        + (parsed.getStatusString() == null ? "without a reason" : parsed.getStatusString()) + ".");
            return parsed;
        } catch (IOException | TSPException | RuntimeException unreadable) {
            if (unreadable instanceof AnchorIsRefused refused) throw refused;
            throw new AnchorIsRefused("It is no time-stamp response (RFC 3161).");
        }
    }

    /// Returns the time that the token gives. Throws [AnchorIsRefused].
    static Instant check(byte[] response, byte[] stamped, TrustedCertificates trusted) {
        TimeStampToken token = parsed(response).getTimeStampToken();
        try {
            requireImprint(token, stamped);
            X509Certificate signer = signer(token, trusted);
            // RFC 3161, section 2.3: the certificate is for time stamping only, says so critically, and was in force.
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            trusted.require(signer, certificates(token), at);
            return at;
        } catch (AnchorIsRefused refused) {
            throw refused;
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            // The parser is lazy, and says by any exception that bytes are none of its own.
            throw new AnchorIsRefused("Its token is not valid: " + e.getMessage());
        }
    }

    private static void requireImprint(TimeStampToken token, byte[] stamped) {
        var info = token.getTimeStampInfo();
        if (!SHA_256.equals(info.getMessageImprintAlgOID()))
            throw new AnchorIsRefused("Its token is not over a SHA-256.");
        if (!MessageDigest.isEqual(info.getMessageImprintDigest(), sha256(stamped)))
            throw new AnchorIsRefused("Its token stamps other bytes than these.");
    }

    private static X509Certificate signer(TimeStampToken token, TrustedCertificates trusted)
            throws GeneralSecurityException {
        List<X509Certificate> known = new ArrayList<>(certificates(token));
        known.addAll(trusted.all());
        for (X509Certificate certificate : known) if (token.getSID().match(holder(certificate))) return certificate;
        throw new AnchorIsRefused("Its token does not bring the certificate it is signed with.");
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws GeneralSecurityException {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (IOException unreadable) {
            throw new GeneralSecurityException(unreadable);
        }
    }

    private static List<X509Certificate> certificates(TimeStampToken token) throws GeneralSecurityException {
        List<X509Certificate> brought = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null))
            brought.add(new JcaX509CertificateConverter().getCertificate(holder));
        return brought;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
