package org.muniment.archive;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/// What makes two captures the same one, delivered twice: source, bytes and envelope. It stays in memory: on disk it
/// would let anyone confirm a guess at a short message.
record CaptureIdentity(Channel channel, String sha256Hex) {
    private static final int PIECE_BYTES = 64 << 10;

    static CaptureIdentity of(Envelope envelope, byte[] rawSha256) {
        var bytes = new ByteArrayOutputStream();
        try (var to = new DataOutputStream(bytes)) {
            write(to, envelope.channel().name());
            write(to, envelope.source());
            to.writeBoolean(envelope.mailFrom().isPresent());
            write(to, envelope.mailFrom().orElse(""));
            to.writeInt(envelope.recipients().size());
            for (String recipient : envelope.recipients()) write(to, recipient);
            to.write(rawSha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String hex = HexFormat.of().formatHex(Primitives.sha256().digest(bytes.toByteArray()));
        return new CaptureIdentity(envelope.channel(), hex);
    }

    /// Returns the identity of what is in the archive, from its bytes.
    static CaptureIdentity of(ArchivedMessage message) throws IOException {
        MessageDigest raw = Primitives.sha256();
        try (InputStream from = message.open()) {
            byte[] piece = new byte[(int) Math.min(PIECE_BYTES, message.sizeBytes() + 1)];
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) raw.update(piece, 0, read);
        }
        return of(message.envelope(), raw.digest());
    }

    private static void write(DataOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(sha256Hex);
    }
}
