package org.muniment.message;

import java.util.HexFormat;

/// This is what makes two captures the same message: the SHA-256 of the message's bytes with the headers set
/// aside that transport adds on the way, line ends written as LF and empty lines at the end left out. Equal
/// identity, same message.
public record MessageIdentity(String sha256Hex) {
    public MessageIdentity {
        if (sha256Hex.length() != 64)
            throw new IllegalArgumentException("a SHA-256 in hex has 64 digits: " + sha256Hex);
    }

    static MessageIdentity of(byte[] sha256) {
        return new MessageIdentity(HexFormat.of().formatHex(sha256));
    }
}
