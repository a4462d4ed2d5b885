package org.muniment.merklelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// This is a text with the signatures of one or more keys under it (C2SP signed-note).
/// What is parsed is not yet believed: ask [#verify].
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int SIZE_BYTES_MAX = 1 << 20;
    private static final int SIGNATURES_MAX = 64;
    private static final String SIGNATURE_PREFIX = "— ";

    public SignedNote {
        if (!text.endsWith("\n")) throw new IllegalArgumentException("the text of a note ends with a newline");
        if (signatures.isEmpty()) throw new IllegalArgumentException("a signed note has a signature");
        signatures = List.copyOf(signatures);
    }

    /// Returns the note these bytes spell; refuses all but the one spelling.
    public static SignedNote parse(byte[] bytes) throws NoteIsMalformed {
        if (bytes.length > SIZE_BYTES_MAX)
            throw new NoteIsMalformed("a note is at most 1 MiB, this is " + bytes.length + " bytes");
        String all = Canonical.text(bytes);
        int blank = all.lastIndexOf("\n\n");
        if (blank < 0 || blank + 2 == all.length() || !all.endsWith("\n"))
            throw new NoteIsMalformed("a note is a text, a blank line, and signature lines, each ended by a newline");
        String[] lines = all.substring(blank + 2, all.length() - 1).split("\n", -1);
        if (lines.length > SIGNATURES_MAX)
            throw new NoteIsMalformed("a note has at most 64 signatures, this has " + lines.length);
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) signatures.add(signature(line));
        return new SignedNote(all.substring(0, blank + 1), signatures);
    }

    private static NoteSignature signature(String line) throws NoteIsMalformed {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(SIGNATURE_PREFIX) || space < SIGNATURE_PREFIX.length())
            throw new NoteIsMalformed("a signature line is an em dash, a name and a signature, not \"" + line + "\"");
        String name = line.substring(SIGNATURE_PREFIX.length(), space);
        if (!Canonical.isKeyName(name)) throw new NoteIsMalformed("\"" + name + "\" is not the name of a key");
        byte[] bytes = Canonical.base64(line.substring(space + 1), "the signature of \"" + name + "\"");
        if (bytes.length < Integer.BYTES + 1)
            throw new NoteIsMalformed("the signature of \"" + name + "\" is too short");
        return new NoteSignature(
                name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /// Returns when the key signed this text. A wrong signature under the key's name and id is refused even
    /// if another one is right; signatures by other keys are not looked at.
    public void verify(NoteVerifier key) throws ProofIsInvalid {
        List<NoteSignature> ours = signatures.stream()
                .filter(s -> s.name().equals(key.name()) && s.keyId() == key.keyId())
                .toList();
        if (ours.isEmpty()) throw new ProofIsInvalid("the note is not signed by the key " + key);
        for (NoteSignature signature : ours)
            if (!key.isSignature(signature.bytes(), text.getBytes(StandardCharsets.UTF_8)))
                throw new ProofIsInvalid("the signature of \"" + key.name() + "\" is not one of this text");
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Returns the note as it is written to a file.
    @Override
    public String toString() {
        return signatures.stream().map(NoteSignature::line).collect(Collectors.joining("", text + "\n", ""));
    }

    /// One signature line of a note.
    public static final class NoteSignature {
        private final String name;
        private final int keyId;
        private final byte[] bytes;

        NoteSignature(String name, int keyId, byte[] bytes) {
            this.name = name;
            this.keyId = keyId;
            this.bytes = bytes.clone();
        }

        public String name() {
            return name;
        }

        public int keyId() {
            return keyId;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        private String line() {
            byte[] identified = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return SIGNATURE_PREFIX + name + " " + Base64.getEncoder().encodeToString(identified) + "\n";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoteSignature that && line().equals(that.line());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
