package org.muniment.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// This is the written request in which a department head certifies that a person needs access (Hartford's policy asks
/// for one): a PDF or plain text of at most 10 MB.
final class WrittenRequest {
    static final int SIZE_BYTES_MAX = 10 << 20;
    private static final int NAME_LENGTH_MAX = 200;
    private static final String PDF_BEGINS = "%PDF-";

    private final String fileName;
    private final Kind kind;
    private final byte[] content;

    /// One that was taken before.
    WrittenRequest(String fileName, Kind kind, byte[] content) {
        this.fileName = fileName;
        this.kind = kind;
        this.content = content;
    }

    String fileName() {
        return fileName;
    }

    Kind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    /// What it is, told by its bytes and not by its name.
    enum Kind {
        PDF("application/pdf", ".pdf"),
        TEXT("text/plain;charset=UTF-8", ".txt");

        private final String mediaType;
        private final String extension;

        Kind(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        String mediaType() {
            return mediaType;
        }
    }

    static WrittenRequest of(String name, byte[] content) {
        if (content.length == 0) throw new EntryIsWrong("The file is empty. Choose the written request.");
        if (content.length > SIZE_BYTES_MAX)
            throw new EntryIsWrong("The file is over 10 MB. Scan it in black and white or at a lower resolution.");
        Kind kind = kindOf(content);
        return new WrittenRequest(safe(name, kind), kind, content);
    }

    private static Kind kindOf(byte[] content) {
        byte[] start = PDF_BEGINS.getBytes(StandardCharsets.US_ASCII);
        if (content.length > start.length
                && ByteBuffer.wrap(content, 0, start.length).equals(ByteBuffer.wrap(start))) return Kind.PDF;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) return Kind.TEXT;
        } catch (CharacterCodingException notText) {
            // Neither: said below.
        }
        throw new EntryIsWrong("The file is neither a PDF nor plain text (UTF-8). Save or scan it as PDF.");
    }

    /// A name that means the same on every system and says the truth about the kind.
    private static String safe(String name, Kind kind) {
        String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "_")
                .strip();
        String stem = plain.toLowerCase(Locale.ROOT).endsWith(kind.extension)
                ? plain.substring(0, plain.length() - kind.extension.length())
                : plain;
        if (stem.isBlank() || stem.startsWith(".")) stem = "written-request";
        int stemMax = NAME_LENGTH_MAX - kind.extension.length();
        return (stem.length() > stemMax ? stem.substring(0, stemMax) : stem) + kind.extension;
    }
}
