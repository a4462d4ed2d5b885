package org.muniment.ingest;

/// The receiver's certificate or key cannot be read; the sentence says which file.
public final class CertificateIsUnusable extends RuntimeException {
    CertificateIsUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
