package org.muniment.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The time stamps that real authorities give are signed with RSA, or on either curve: Python reads each as openssl
/// does.
class VerifyTimestampTest {
    @TempDir
    Path folder;

    @BeforeEach
    void bring() throws IOException {
        try (InputStream script = ProofBundle.class.getResourceAsStream("verify_timestamp.py")) {
            Files.write(
                    folder.resolve("verify_timestamp.py"),
                    Objects.requireNonNull(script).readAllBytes());
        }
        Files.writeString(folder.resolve("ts.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                default_policy = 1.2.3.4.1
                digests = sha256
                signer_digest = sha384
                ess_cert_id_alg = sha256
                [ext]
                basicConstraints = critical,CA:FALSE
                keyUsage = critical,digitalSignature
                extendedKeyUsage = critical,timeStamping
                """);
        Files.writeString(folder.resolve("stamp.sh"), """
                cd "$(dirname "$0")" && echo 01 > serial && echo data > data
                openssl req -x509 -newkey "${@:2}" -nodes -keyout root.key -out root.pem -subj /CN=Root -sha384
                openssl req -newkey "${@:2}" -nodes -keyout own.key -out own.csr -subj /CN=Own
                openssl x509 -req -in own.csr -CA root.pem -CAkey root.key -CAcreateserial -out own.pem -sha512 \\
                    -extfile ts.cnf -extensions ext
                openssl ts -query -sha256 -cert -data data -out query
                openssl ts -reply -config ts.cnf -queryfile query -signer own.pem -inkey own.key -out stamp
                """);
        Files.writeString(folder.resolve("ask.py"), """
                import sys
                sys.path.insert(0, sys.argv[1])
                import verify_timestamp
                read = lambda name: open(sys.argv[1] + "/" + name, "rb").read()
                try:
                    print("OK", verify_timestamp.check(read("stamp"), read("data"), read("root.pem")))
                except verify_timestamp.NotValid as why:
                    sys.exit(f"REFUSED: {why}")
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:2048", "ec -pkeyopt ec_paramgen_curve:P-384", "ec -pkeyopt ec_paramgen_curve:P-256"})
    void aTrueStampIsBelievedAndAChangedOneIsNot(String key) throws Exception {
        String[] arguments = ("x " + key).split(" ", -1);
        Verdict.run("bash", folder.resolve("stamp.sh").toString(), arguments);
        Verdict verdict = ask();
        assertThat(verdict.exit()).as(verdict.output()).isZero();
        byte[] stamp = Files.readAllBytes(folder.resolve("stamp"));
        stamp[stamp.length - 20] ^= 1;
        Files.write(folder.resolve("stamp"), stamp);
        assertThat(ask().output()).contains("its signature does not hold");
        stamp[stamp.length - 20] ^= 1;
        Files.write(folder.resolve("stamp"), stamp);
        Files.writeString(folder.resolve("data"), "Data\n");
        assertThat(ask().output()).contains("it stamps other bytes");
    }

    private Verdict ask() throws IOException, InterruptedException {
        return Verdict.run("python3", folder.resolve("ask.py").toString(), folder.toString());
    }
}
