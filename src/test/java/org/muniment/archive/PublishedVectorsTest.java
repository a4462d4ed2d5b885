package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;
import org.muniment.archive.RecordSecrets.ChunkPlace;

/// The algorithms the store rests on give what those who specified them published.
class PublishedVectorsTest {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// RFC 3394, section 4.6: 256 bits of key data with a 256-bit key.
    @Test
    void keysAreWrappedAsTheRfcSays() throws Exception {
        var by = Primitives.aesKey(bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
        byte[] key = bytes("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
        WrappedKey wrapped = Primitives.wrap(Primitives.aesKey(key), by);
        assertThat(hex(wrapped.bytes()))
                .isEqualTo("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21");
        assertThat(Primitives.unwrap(wrapped, by, "RFC 3394").getEncoded()).isEqualTo(key);
    }

    /// The same vector, wrapped a block at a time, as a token does it; and of another key nothing comes out.
    @Test
    void keysAreWrappedBlockByBlockAsTheRfcSays() throws Exception {
        byte[] by = bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        byte[] key = bytes("00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f");
        byte[] wrapped = KeyWrap.wrap(key, blocks(Cipher.ENCRYPT_MODE, by));
        assertThat(hex(wrapped))
                .isEqualTo("28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21");
        assertThat(KeyWrap.unwrap(wrapped, blocks(Cipher.DECRYPT_MODE, by))).hasValue(key);
        by[0] ^= 1;
        assertThat(KeyWrap.unwrap(wrapped, blocks(Cipher.DECRYPT_MODE, by))).isEmpty();
    }

    private static Cipher blocks(int mode, byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(mode, Primitives.aesKey(key));
        return cipher;
    }

    /// RFC 5869, appendix A, test cases 1 and 3, by the algorithm of the name that the vault uses.
    @Test
    void keysAreDerivedAsTheRfcSays() throws Exception {
        KDF hkdf = KDF.getInstance("HKDF-SHA256");
        byte[] input = bytes("0b".repeat(22));
        var salted = HKDFParameterSpec.ofExtract()
                .addIKM(input)
                .addSalt(bytes("000102030405060708090a0b0c"))
                .thenExpand(bytes("f0f1f2f3f4f5f6f7f8f9"), 42);
        assertThat(hex(hkdf.deriveData(salted)))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        var bare = HKDFParameterSpec.ofExtract().addIKM(input).thenExpand(new byte[0], 42);
        assertThat(hex(hkdf.deriveData(bare)))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    /// The same derivation by RFC 5869's own formulas, for the key of a use.
    @Test
    void keysOfSecretsAreDerivedByThisFormula() throws Exception {
        byte[] root = bytes("0b".repeat(32));
        var secrets = StoreSecrets.extracted(Primitives.aesKey(root));
        byte[] extracted = Primitives.hmacSha256(new byte[32]).doFinal(root);
        var expand = Primitives.hmacSha256(extracted);
        expand.update("muniment key 1 for a use".getBytes(StandardCharsets.UTF_8));
        assertThat(StoreSecrets.derived(secrets, "a use").getEncoded()).isEqualTo(expand.doFinal(new byte[] {1}));
    }

    /// The Galois/Counter Mode of Operation (McGrew and Viega, submitted to NIST), test case 16: AES-256.
    @Test
    void bodiesAreEncryptedAsTheModesAuthorsSay() throws Exception {
        Cipher gcm = Primitives.aesGcm();
        var key = Primitives.aesKey(bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"));
        gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, bytes("cafebabefacedbaddecaf888")));
        gcm.updateAAD(bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        assertThat(hex(gcm.doFinal(bytes("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"))))
                .isEqualTo("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b10"
                        + "56828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");
    }

    /// Test cases 13 and 14 of the same, through the class that seals bodies: key, nonce and text of zeros.
    @Test
    void aChunkIsSealedAsTheModesAuthorsSay() {
        var names = RecordSecrets.Public.read(ByteBuffer.allocate(23), 0, 16);
        var zeros = Primitives.aesKey(new byte[32]);
        byte[] sealed = new byte[BodyCipher.TAG_BYTES];
        new BodyCipher(Primitives.aesGcm(), zeros, names, new byte[0])
                .seal(0, ChunkPlace.INNER, new byte[0], 0, 0, sealed);
        assertThat(hex(sealed)).isEqualTo("530f8afbc74536b9a963b4f1c4cb738b");
        byte[] block = new byte[16 + BodyCipher.TAG_BYTES];
        new BodyCipher(Primitives.aesGcm(), zeros, names, new byte[0])
                .seal(0, ChunkPlace.INNER, new byte[16], 0, 16, block);
        assertThat(hex(block)).isEqualTo("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    }

    /// FIPS 180-4's example, RFC 4231's first case, RFC 3720's CRC32C of 32 zeros.
    @Test
    void hashesAndChecksumsAreTheStandards() {
        assertThat(hex(Primitives.sha256().digest("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hex(Primitives.hmacSha256(bytes("0b".repeat(20)))
                        .doFinal("Hi There".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        assertThat(Checksum.of(new byte[32], 0, 32)).isEqualTo(0x8a9136aa);
    }
}
