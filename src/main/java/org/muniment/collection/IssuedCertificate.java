package org.muniment.collection;

import java.time.Instant;
import java.util.List;

/// This is a search certificate that was issued.
///
/// @param number counted from 1 within the request
/// @param files in order: the PDF, the JSON, the signed note over both
public record IssuedCertificate(int number, String by, Instant at, List<CertifiedFile> files) {
    public IssuedCertificate {
        files = List.copyOf(files);
    }

    /// One file's name and its SHA-256, in hexadecimal.
    public record CertifiedFile(String name, String sha256) {}
}
