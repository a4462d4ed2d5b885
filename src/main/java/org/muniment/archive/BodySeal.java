package org.muniment.archive;

import javax.crypto.Cipher;

/// How one body is to be encrypted, and what its header will say about it.
record BodySeal(RecordType type, int flags, int dictionaryId, RecordSecrets secrets) {
    BodyCipher cipher(Cipher gcm) {
        return new BodyCipher(
                gcm,
                Primitives.aesKey(secrets.dataKey()),
                secrets.names(),
                RecordHeader.boundBytes(type, flags, dictionaryId, secrets.names()));
    }

    static BodySeal compressedWithDictionary(RecordType type, RecordSecrets secrets) {
        return new BodySeal(type, RecordHeader.COMPRESSED, Dictionary.SHIPPED, secrets);
    }

    static BodySeal compressed(RecordType type, RecordSecrets secrets) {
        return new BodySeal(type, RecordHeader.COMPRESSED, Dictionary.NONE, secrets);
    }

    static BodySeal minimal(RecordType type, RecordSecrets secrets) {
        return new BodySeal(type, RecordHeader.MINIMAL, Dictionary.NONE, secrets);
    }
}
