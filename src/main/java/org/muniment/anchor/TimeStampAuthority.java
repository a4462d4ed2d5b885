package org.muniment.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/// This is a time-stamp authority (RFC 3161 over HTTP) that the city has chosen.
///
/// @param name what its files are called by
/// @param trusted whose signature is believed
record TimeStampAuthority(String name, URI address, TrustedCertificates trusted) {
    private static final int NONCE_BITS = 128;

    /// Returns a response whose token stamps these bytes, checked. Throws [AnchorIsRefused].
    byte[] stamp(byte[] bytes, OutsideHttp http, SecureRandom random) throws IOException {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        TimeStampRequest request = asking.generate(
                TSPAlgorithms.SHA256,
                TokenCheck.sha256(bytes),
                new BigInteger(NONCE_BITS, random).setBit(NONCE_BITS - 1));
        OutsideHttp.Answer answer = http.post(address, "application/timestamp-query", request.getEncoded());
        if (answer.status() != 200)
            throw new AnchorIsRefused(address.getHost() + " answers with status " + answer.status() + ".");
        requireAnswerTo(request, answer.body());
        var _ = TokenCheck.check(answer.body(), bytes, trusted);
        return answer.body();
    }

    private static void requireAnswerTo(TimeStampRequest request, byte[] response) {
        try {
            // Status, nonce, imprint and the signed reference to the certificate.
            TokenCheck.parsed(response).validate(request);
        } catch (TSPException other) {
            throw new AnchorIsRefused("The answer is not to our question: " + other.getMessage() + ".");
        }
    }
}
