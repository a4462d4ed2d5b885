package org.muniment.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// A reader of anybody's C2SP log, written from the specifications alone: it uses nothing of `merklelog`. It keeps the
/// hashes of all leaves, which is no way to read a large log, and shows what the served bytes prove.
final class SmallLogClient {
    private static final int WIDTH = 256;

    private final Fetch fetch;
    private final String origin;
    private final byte[] key;

    interface Fetch {
        byte[] get(String path);
    }

    record Head(long size, byte[] root) {}

    /// @param key as C2SP signed-note spells it: name+hash+base64(1, Ed25519 key)
    SmallLogClient(Fetch fetch, String key) {
        String[] parts = key.split("\\+", 3);
        this.fetch = fetch;
        this.origin = parts[0];
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        this.key = Arrays.copyOfRange(typed, 1, typed.length);
    }

    Head head() throws GeneralSecurityException {
        String note = new String(fetch.get("checkpoint"), StandardCharsets.UTF_8);
        int end = note.indexOf("\n\n") + 1;
        String text = note.substring(0, end);
        String signature = note.substring(end + 1).strip();
        byte[] signed = Base64.getDecoder().decode(signature.substring(signature.lastIndexOf(' ') + 1));
        require(isSigned(text, Arrays.copyOfRange(signed, 4, signed.length)), "the checkpoint is not signed");
        String[] lines = text.split("\n");
        require(lines[0].equals(origin), "the checkpoint is another log's");
        return new Head(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    private boolean isSigned(String text, byte[] signature) throws GeneralSecurityException {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, encoded, prefix.length, key.length);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        ed25519.update(text.getBytes(StandardCharsets.UTF_8));
        return ed25519.verify(signature);
    }

    /// The hashes of all leaves, from the tiles of level 0.
    List<byte[]> leaves(long size) {
        List<byte[]> leaves = new ArrayList<>();
        for (long tile = 0; tile * WIDTH < size; tile++) {
            byte[] bytes = fetch.get("tile/0/" + name(tile, size));
            for (int at = 0; at < bytes.length; at += 32) leaves.add(Arrays.copyOfRange(bytes, at, at + 32));
        }
        return leaves;
    }

    /// Compares a full tile of level 1 with the tiles below it.
    byte[] levelOne(long size) {
        long count = size / WIDTH;
        return count == 0 ? new byte[0] : fetch.get("tile/1/" + name(0, count));
    }

    List<byte[]> entries(long size) {
        List<byte[]> entries = new ArrayList<>();
        for (long tile = 0; tile * WIDTH < size; tile++) {
            byte[] bundle = fetch.get("tile/entries/" + name(tile, size));
            for (int at = 0; at < bundle.length; ) {
                int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
                entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
                at += 2 + length;
            }
        }
        return entries;
    }

    private static String name(long tile, long size) {
        long width = Math.min(WIDTH, size - tile * WIDTH);
        return "%03d".formatted(tile) + (width == WIDTH ? "" : ".p/" + width);
    }

    static byte[] leaf(byte[] entry) throws GeneralSecurityException {
        return sha256(new byte[] {0}, entry);
    }

    /// RFC 6962, section 2.1.
    static byte[] root(List<byte[]> leaves) throws GeneralSecurityException {
        if (leaves.size() == 1) return leaves.getFirst();
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /// RFC 6962, section 2.1.1.
    static List<byte[]> path(int index, List<byte[]> leaves) throws GeneralSecurityException {
        if (leaves.size() == 1) return List.of();
        int split = Integer.highestOneBit(leaves.size() - 1);
        boolean isLeft = index < split;
        List<byte[]> path = new ArrayList<>(
                isLeft
                        ? path(index, leaves.subList(0, split))
                        : path(index - split, leaves.subList(split, leaves.size())));
        path.add(root(isLeft ? leaves.subList(split, leaves.size()) : leaves.subList(0, split)));
        return path;
    }

    /// RFC 9162, section 2.1.3.2.
    static byte[] rootOf(byte[] leaf, long index, long size, List<byte[]> path) throws GeneralSecurityException {
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if ((at & 1) == 1 || at == last) {
                hash = sha256(new byte[] {1}, sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return hash;
    }

    private static byte[] sha256(byte[]... pieces) throws GeneralSecurityException {
        var all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) all.writeBytes(piece);
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
