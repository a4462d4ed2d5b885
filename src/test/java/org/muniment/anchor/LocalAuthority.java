package org.muniment.anchor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.util.io.pem.PemObject;

/// A real time-stamp authority on this machine: `openssl ts` behind a small HTTP server, with a key
/// and a certificate made for the test, vouched for by a root of its own.
final class LocalAuthority implements AutoCloseable {
    private static final Instant NOW = Instant.now();
    private static final X500Name ROOT = new X500Name("CN=Root of the test");

    private final Path folder;
    private final KeyPair root = pair();
    private final HttpServer server;

    /// What is done with a query; may be replaced by a test that wants a worse authority.
    volatile Answer answer = this::stamp;

    interface Answer {
        byte[] to(byte[] query) throws IOException;
    }

    LocalAuthority(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        write("root.pem", certificate(ROOT, root, ROOT, root, Purpose.ROOT, NOW.plus(Duration.ofDays(3650))));
        usesCertificate(Purpose.TIME_STAMPING, NOW.plus(Duration.ofDays(365)));
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("ts.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = %s
                default_policy = 1.2.3.4.1
                digests = sha256, sha512
                signer_digest = sha256
                ess_cert_id_alg = sha256
                """.formatted(folder.resolve("serial")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stamp", this::serve);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", address());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        server.start();
    }

    enum Purpose {
        ROOT,
        TIME_STAMPING,
        TIME_STAMPING_BY_THE_WAY,
        WEB_SITE
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/stamp";
    }

    String movedAddress() {
        return "http://localhost:" + server.getAddress().getPort() + "/moved";
    }

    Path rootCertificate() {
        return folder.resolve("root.pem");
    }

    Path ownCertificate() {
        return folder.resolve("tsa.pem");
    }

    /// The city trusts the authority by its root, and asks it alone.
    void nameIn(Path dataFolder) throws IOException {
        nameIn(dataFolder, address(), rootCertificate());
    }

    void nameIn(Path dataFolder, String address, Path trusted) throws IOException {
        Files.createDirectories(dataFolder);
        Files.copy(trusted, dataFolder.resolve("local.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(dataFolder.resolve("anchors.properties"), """
                authorities = local
                authority.local.address = %s
                authority.local.certificates = local.pem
                """.formatted(address));
    }

    void usesCertificate(Purpose purpose, Instant until) throws IOException {
        KeyPair own = pair();
        write("tsa.pem", certificate(new X500Name("CN=" + purpose), own, ROOT, root, purpose, until));
        write("tsa.key", new PemObject("PRIVATE KEY", own.getPrivate().getEncoded()));
    }

    /// What an honest authority answers.
    byte[] stamp(byte[] query) throws IOException {
        Path asked = Files.write(folder.resolve("query.tsq"), query);
        Path said = folder.resolve("answer.tsr");
        openssl(List.of(
                "ts",
                "-reply",
                "-config",
                folder + "/ts.cnf",
                "-queryfile",
                asked.toString(),
                "-signer",
                folder + "/tsa.pem",
                "-inkey",
                folder + "/tsa.key",
                "-out",
                said.toString()));
        return Files.readAllBytes(said);
    }

    /// What it answers to somebody who asks about other bytes.
    byte[] stampOther(byte[] content, List<String> options) throws IOException {
        Path other = Files.write(folder.resolve("other"), content);
        List<String> query = new ArrayList<>(
                List.of("ts", "-query", "-sha256", "-cert", "-data", other.toString(), "-out", folder + "/other.tsq"));
        query.addAll(options);
        openssl(query);
        return stamp(Files.readAllBytes(folder.resolve("other.tsq")));
    }

    /// The honest answer, signed anew with a certificate that no honest authority would use.
    byte[] stampWith(byte[] query, Purpose purpose, Instant until) throws IOException {
        try {
            usesCertificate(Purpose.TIME_STAMPING, NOW.plus(Duration.ofDays(9)));
            var honest = new TimeStampResponse(stamp(query)).getTimeStampToken().toCMSSignedData();
            Files.write(folder.resolve("info.der"), (byte[])
                    honest.getSignedContent().getContent());
            usesCertificate(purpose, until);
            openssl(List.of(
                    "cms",
                    "-sign",
                    "-binary",
                    "-nodetach",
                    "-cades",
                    "-md",
                    "sha256",
                    "-econtent_type",
                    "1.2.840.113549.1.9.16.1.4",
                    "-in",
                    folder + "/info.der",
                    "-signer",
                    folder + "/tsa.pem",
                    "-inkey",
                    folder + "/tsa.key",
                    "-outform",
                    "DER",
                    "-out",
                    folder + "/token.der"));
            var token = ContentInfo.getInstance(Files.readAllBytes(folder.resolve("token.der")));
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token).getEncoded();
        } catch (TSPException e) {
            throw new IOException(e);
        }
    }

    static String openssl(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IOException(said);
            return said;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] query = exchange.getRequestBody().readAllBytes();
            byte[] said = answer.to(query);
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        } catch (UncheckedIOException gone) {
            // The archive did not wait.
        }
    }

    private static Object certificate(
            X500Name name, KeyPair key, X500Name issuer, KeyPair by, Purpose purpose, Instant until) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(purpose.ordinal() + 1L),
                    Date.from(NOW.minus(Duration.ofDays(30))),
                    Date.from(until),
                    name,
                    key.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(purpose == Purpose.ROOT));
            int usage = purpose == Purpose.ROOT ? KeyUsage.keyCertSign : KeyUsage.digitalSignature;
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            switch (purpose) {
                case ROOT -> {}
                case TIME_STAMPING -> builder.addExtension(Extension.extendedKeyUsage, true, stamping());
                case TIME_STAMPING_BY_THE_WAY -> builder.addExtension(Extension.extendedKeyUsage, false, stamping());
                case WEB_SITE ->
                    builder.addExtension(
                            Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate()));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExtendedKeyUsage stamping() {
        return new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        Files.writeString(folder.resolve(name), text.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
