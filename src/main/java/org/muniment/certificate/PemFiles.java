package org.muniment.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// This is where a certificate and its key are (PEM, as certificate authorities hand them out). If neither file is
/// there when the server starts, a self-signed pair is made: it hides what is sent, and proves nothing to who has not
/// been told of it.
///
/// @param certificates the server's certificate first, then those that vouch for it
/// @param privateKey its key, unencrypted, readable by the server's user alone
public record PemFiles(Path certificates, Path privateKey) {
    public static PemFiles in(Path folder) {
        return new PemFiles(folder.resolve("certificate.pem"), folder.resolve("private-key.pem"));
    }

    boolean areMissing() {
        return Files.notExists(certificates) && Files.notExists(privateKey);
    }

    /// A text that differs once either file was replaced.
    public String version() throws IOException {
        return Files.getLastModifiedTime(certificates) + " " + Files.size(certificates) + " "
                + Files.getLastModifiedTime(privateKey) + " " + Files.size(privateKey);
    }
}
