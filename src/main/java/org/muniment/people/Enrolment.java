package org.muniment.people;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// This is what an authenticator app is given: the key as text in groups of four, or as a picture of `qrSize` by
/// `qrSize`
/// squares, whose dark ones are the SVG path `qrPath`.
record Enrolment(String key, int qrSize, String qrPath) {
    static Enrolment of(Person person, byte[] secret) {
        String key = Secrets.base32(secret);
        QrCode qr = QrCode.encodeText(uri(person, key), QrCode.Ecc.MEDIUM);
        return new Enrolment(key.replaceAll("(.{4})(?=.)", "$1 "), qr.size, path(qr));
    }

    @Override
    public String toString() {
        return "Enrolment[…]";
    }

    // The "Key Uri Format" every authenticator app reads.
    private static String uri(Person person, String key) {
        String account = URLEncoder.encode(person.email(), StandardCharsets.UTF_8);
        return "otpauth://totp/Muniment:" + account + "?secret=" + key + "&issuer=Muniment";
    }

    private static String path(QrCode qr) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < qr.size; y++) {
            for (int x = 0; x < qr.size; x++) {
                if (qr.getModule(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
        return path.toString();
    }
}
