package org.muniment.archive;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A second person, with a certificate, its key, and openssl.
public record Holder(Path certificate, Path key) {
    public static Holder in(Path folder, String name, int bits, Instant now) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        var subject = new X500Name("CN=" + name);
        var built = new JcaX509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(name.hashCode()).abs().add(BigInteger.ONE),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(3650))),
                        subject,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
        byte[] der = new JcaX509CertificateConverter().getCertificate(built).getEncoded();
        return new Holder(
                pem(folder.resolve(name + "-cert.pem"), "CERTIFICATE", der),
                pem(
                        folder.resolve(name + "-key.pem"),
                        "PRIVATE KEY",
                        pair.getPrivate().getEncoded()));
    }

    private static Path pem(Path file, String label, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }

    /// What the holder signs at home.
    public Path signs(String text, Path out) throws Exception {
        Path unsigned = Files.writeString(out.resolveSibling("text"), text);
        openssl(
                List.of("cms", "-sign", "-nodetach", "-in", unsigned.toString(), "-signer", certificate.toString()),
                List.of("-inkey", key.toString(), "-outform", "PEM", "-out", out.toString()));
        return out;
    }

    /// Opens a file of escrow without this program.
    public String decrypts(Path file) throws Exception {
        return openssl(
                List.of("cms", "-decrypt", "-inform", "PEM", "-in", file.toString()),
                List.of("-inkey", key.toString()));
    }

    private static String openssl(List<String> first, List<String> then) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(first);
        command.addAll(then);
        Process openssl = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (openssl.waitFor() != 0) throw new AssertionError(String.join(" ", command) + ": " + said);
        return said;
    }
}
