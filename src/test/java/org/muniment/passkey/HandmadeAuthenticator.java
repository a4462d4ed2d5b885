package org.muniment.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// This is a device that holds one passkey, and a browser that can be made to lie about where it is.
final class HandmadeAuthenticator {
    static final int USER_PRESENT = 0x01;
    static final int USER_VERIFIED = 0x04;
    private static final int HAS_CREDENTIAL = 0x40;

    private final KeyPair keys;
    byte[] credential;
    String origin = "https://archive.city.example";
    String site = "archive.city.example";
    int flags = USER_PRESENT | USER_VERIFIED;
    int signCount = 1;

    HandmadeAuthenticator() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        credential = Arrays.copyOf(sha256(keys.getPublic().getEncoded()), 16);
    }

    String registration(byte[] challenge) throws Exception {
        byte[] data = authenticatorData(flags | HAS_CREDENTIAL, attested());
        // CBOR of {"fmt": "none", "attStmt": {}, "authData": …}
        byte[] object = bytes(hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"), len(data), data);
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "attestationObject": "%3$s", "transports": ["internal"]}}""".formatted(base64(credential), base64(clientData("webauthn.create", challenge)), base64(object));
    }

    String answer(byte[] challenge) throws Exception {
        byte[] data = authenticatorData(flags, new byte[0]);
        byte[] client = clientData("webauthn.get", challenge);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return """
                {"id": "%1$s", "rawId": "%1$s", "type": "public-key", "clientExtensionResults": {},
                 "response": {"clientDataJSON": "%2$s", "authenticatorData": "%3$s", "signature": "%4$s"}}""".formatted(base64(credential), base64(client), base64(data), base64(signature.sign()));
    }

    private byte[] clientData(String type, byte[] challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, base64(challenge), origin).getBytes(UTF_8);
    }

    private byte[] authenticatorData(int flags, byte[] attested) throws Exception {
        byte[] count = ByteBuffer.allocate(4).putInt(signCount).array();
        return bytes(sha256(site.getBytes(UTF_8)), new byte[] {(byte) flags}, count, attested);
    }

    /// No model of device, the credential's identifier, and the public key as COSE (RFC 9053): EC2, ES256, P-256.
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return bytes(
                new byte[16],
                new byte[] {0, (byte) credential.length},
                credential,
                hex("a5010203262001215820"),
                coordinate(key.getW().getAffineX().toByteArray()),
                hex("225820"),
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] exact = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, exact, 32 - length, length);
        return exact;
    }

    private static byte[] len(byte[] data) {
        if (data.length > 255) throw new IllegalStateException("too long for one byte of length");
        return new byte[] {(byte) data.length};
    }

    private static byte[] bytes(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
