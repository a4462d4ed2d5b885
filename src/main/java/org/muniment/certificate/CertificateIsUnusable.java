package org.muniment.certificate;

/// A certificate or its key cannot be used; the sentence says which file, and what to do.
public final class CertificateIsUnusable extends RuntimeException {
    CertificateIsUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
