package org.muniment.ingest;

import java.nio.file.Path;

/// This is where the receiver's certificate and key are (PEM, as certificate authorities hand them out). If neither
/// file is there when the receiver starts, a self-signed pair is made: it hides the mail on its way, and proves
/// nothing.
public record SmtpTls(Path certificates, Path privateKey) {
    public static SmtpTls in(Path folder) {
        return new SmtpTls(folder.resolve("certificate.pem"), folder.resolve("private-key.pem"));
    }
}
