package org.muniment.archive;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/// The random bytes one record is made with.
final class RecordSecrets {
    static final int SALT_BYTES = 32;
    static final int KEY_BYTES = 32;

    private static final int ID_BYTES = 16;
    private static final int NONCE_PREFIX_BYTES = 7;

    private final byte[] salt;
    private final byte[] dataKey;
    private final Public names;

    private RecordSecrets(byte[] salt, byte[] dataKey, Public names) {
        this.salt = salt;
        this.dataKey = dataKey;
        this.names = names;
    }

    static RecordSecrets random(SecureRandom random) {
        byte[] all = new byte[SALT_BYTES + KEY_BYTES + ID_BYTES + NONCE_PREFIX_BYTES];
        random.nextBytes(all);
        int keyEnd = SALT_BYTES + KEY_BYTES;
        return new RecordSecrets(
                Arrays.copyOf(all, SALT_BYTES),
                Arrays.copyOfRange(all, SALT_BYTES, keyEnd),
                Public.read(ByteBuffer.wrap(all), keyEnd, keyEnd + ID_BYTES));
    }

    byte[] salt() {
        return salt;
    }

    byte[] dataKey() {
        return dataKey;
    }

    Public names() {
        return names;
    }

    /// Those of the random bytes that stand in the record's header for all to see.
    static final class Public {
        private final byte[] recordId;
        private final byte[] noncePrefix;

        private Public(byte[] recordId, byte[] noncePrefix) {
            this.recordId = recordId;
            this.noncePrefix = noncePrefix;
        }

        static Public read(ByteBuffer from, int idAt, int noncePrefixAt) {
            byte[] id = new byte[ID_BYTES];
            byte[] prefix = new byte[NONCE_PREFIX_BYTES];
            from.get(idAt, id);
            from.get(noncePrefixAt, prefix);
            return new Public(id, prefix);
        }

        byte[] recordId() {
            return recordId;
        }

        /// Returns the nonce of one chunk: no two chunks under one key share it, and the last one cannot be cut off.
        byte[] nonce(int chunk, ChunkPlace place) {
            return ByteBuffer.allocate(NONCE_PREFIX_BYTES + Integer.BYTES + 1)
                    .put(noncePrefix)
                    .putInt(chunk)
                    .put(place == ChunkPlace.LAST ? (byte) 1 : 0)
                    .array();
        }

        byte[] noncePrefix() {
            return noncePrefix;
        }
    }

    enum ChunkPlace {
        INNER,
        LAST
    }
}
