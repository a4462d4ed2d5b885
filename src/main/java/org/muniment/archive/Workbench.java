package org.muniment.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.muniment.archive.RecordSecrets.ChunkPlace;
import org.muniment.merklelog.Hash;

/// The heavy tools one thread needs for a moment: compression contexts, a cipher, a digest, room to work in. They are
/// pooled, for sessions run on virtual threads, of which there are many.
class Workbench {
    private final ZstdCompressCtx compressor = new ZstdCompressCtx();
    private final ZstdDecompressCtx plainDecompressor = new ZstdDecompressCtx();
    private final ZstdDecompressCtx dictionaryDecompressor = new ZstdDecompressCtx();
    private final MessageDigest sha256 = Primitives.sha256();
    private final Cipher gcm = Primitives.aesGcm();
    private byte[] scratch = new byte[64 << 10];

    Workbench() {
        compressor.setLevel(Dictionary.LEVEL);
        compressor.loadDict(Dictionary.compress());
        compressor.setDictID(false).setChecksum(false).setContentSize(true);
        try {
            dictionaryDecompressor.loadDict(Dictionary.decompress(Dictionary.SHIPPED));
        } catch (StoreIsDamaged e) {
            throw new IllegalStateException(e);
        }
    }

    Cipher gcm() {
        return gcm;
    }

    /// Returns SHA-256 of the salt and a part of an array.
    Hash salted(byte[] salt, byte[] bytes, int offset, int length) {
        sha256.update(salt);
        sha256.update(bytes, offset, length);
        return Hash.of(sha256.digest());
    }

    byte[] digest(byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        return sha256.digest();
    }

    /// Compresses with the shipped dictionary and encrypts.
    void seal(byte[] plain, int length, BodySeal seal, SealedBody into) {
        int bound = (int) Zstd.compressBound(length);
        if (scratch.length < bound) scratch = new byte[bound];
        int compressed = compressor.compressByteArray(scratch, 0, scratch.length, plain, 0, length);
        sealAsIs(scratch, compressed, seal, into);
    }

    void sealAsIs(byte[] bytes, int length, BodySeal seal, SealedBody into) {
        BodyCipher cipher = seal.cipher(gcm);
        int from = 0;
        for (int chunk = 0; chunk == 0 || from < length; chunk++) {
            int piece = Math.min(BodyCipher.CHUNK_BYTES, length - from);
            byte[] sealed = new byte[piece + BodyCipher.TAG_BYTES];
            var place = from + piece == length ? ChunkPlace.LAST : ChunkPlace.INNER;
            cipher.seal(chunk, place, bytes, from, piece, sealed);
            into.take(sealed);
            from += piece;
        }
    }

    /// Opens a body of one chunk whose content has at most `lengthMax` bytes.
    byte[] open(RecordHeader header, byte[] sealed, BodyCipher cipher, int lengthMax, String place)
            throws StoreIsDamaged {
        byte[] opened = new byte[sealed.length];
        int length = cipher.open(0, ChunkPlace.LAST, sealed, sealed.length, opened, place);
        if (!header.is(RecordHeader.COMPRESSED)) return Arrays.copyOf(opened, length);
        return decompress(header, opened, length, lengthMax, place);
    }

    private byte[] decompress(RecordHeader header, byte[] from, int length, int lengthMax, String place)
            throws StoreIsDamaged {
        long size = Zstd.getFrameContentSize(from, 0, length, false);
        if (size < 0 || size > lengthMax)
            throw new StoreIsDamaged(place + ": the body would have the impossible size " + size);
        if (header.dictionaryId() != Dictionary.NONE) Dictionary.decompress(header.dictionaryId());
        var decompressor = header.dictionaryId() == Dictionary.NONE ? plainDecompressor : dictionaryDecompressor;
        byte[] plain = new byte[(int) size];
        try {
            decompressor.decompressByteArray(plain, 0, plain.length, from, 0, length);
        } catch (ZstdException e) {
            throw new StoreIsDamaged(place + ": the body cannot be decompressed", e);
        }
        return plain;
    }
}
