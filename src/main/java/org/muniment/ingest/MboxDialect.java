package org.muniment.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;

/// This is how an mbox keeps a line of a message that begins with `From ` from being taken for a separator. Four ways
/// are in use, and no file says which is its own:
///
/// - *mboxo* puts `>` before `From `; *mboxrd* puts one more `>` before `From `, `>From `, `>>From ` and so on. They
///   cannot be told apart. Both are read as mboxrd, which restores every mboxrd file, and of an mboxo file all
///   but lines that began with `>From ` when they were sent, which mboxo itself forgets.
/// - *mboxcl* quotes as mboxo does and gives the length in `Content-Length`; *mboxcl2* gives the length and quotes
///   nothing. A length counts only if a separator, or the end, is where it says. A file with lengths that hold an
///   unquoted `From ` line is mboxcl2; with none, mboxcl.
enum MboxDialect {
    /// mboxo or mboxrd.
    QUOTED,
    /// mboxcl.
    COUNTED_AND_QUOTED,
    /// mboxcl2.
    COUNTED;

    private static final int HEADER_MAX = 64 * 1024;
    private static final String LENGTH_FIELD = "content-length:";
    private static final byte[] FROM = "\nFrom ".getBytes(StandardCharsets.US_ASCII);

    boolean quotes() {
        return this != COUNTED;
    }

    boolean counts() {
        return this != QUOTED;
    }

    /// Finds the dialect of a file that begins with a separator. Reads no more of it than it takes: the first
    /// header of most files, all of a file that counts and never holds a bare `From `.
    static MboxDialect of(FileChannel file) throws IOException {
        boolean counted = false;
        long position = 0;
        while (position < file.size()) {
            long header = position + text(file, position, FromLine.BYTES_MAX).indexOf('\n') + 1;
            OptionalLong end = countedEnd(file, header);
            if (end.isEmpty()) break;
            if (holdsBareFrom(file, header, end.getAsLong())) return COUNTED;
            counted = true;
            position = afterBlankLine(file, end.getAsLong());
        }
        return counted ? COUNTED_AND_QUOTED : QUOTED;
    }

    /// Where the message whose header begins at an offset ends by its `Content-Length`, if that is consistent.
    static OptionalLong countedEnd(FileChannel file, long header) throws IOException {
        String text = text(file, header, HEADER_MAX);
        long length = -1;
        for (int line = 0; line < text.length(); ) {
            int end = text.indexOf('\n', line);
            if (end < 0) return OptionalLong.empty();
            String field = text.substring(line, end).strip();
            line = end + 1;
            if (field.isEmpty()) return length < 0 ? OptionalLong.empty() : consistent(file, header + line + length);
            if (field.toLowerCase(Locale.ROOT).startsWith(LENGTH_FIELD)) {
                length = number(field.substring(LENGTH_FIELD.length()).strip());
            }
        }
        return OptionalLong.empty();
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : -1;
    }

    private static OptionalLong consistent(FileChannel file, long end) throws IOException {
        if (end > file.size()) return OptionalLong.empty();
        String next = text(file, afterBlankLine(file, end), FromLine.BYTES_MAX);
        boolean atSeparator = next.isBlank() || next.startsWith("From ");
        return atSeparator && startsLine(file, end) ? OptionalLong.of(end) : OptionalLong.empty();
    }

    /// The separator after a message begins a line; so the message, or the blank line after it, ends one.
    private static boolean startsLine(FileChannel file, long end) throws IOException {
        return end == file.size()
                || afterBlankLine(file, end) > end
                || text(file, end - 1, 1).equals("\n");
    }

    static long afterBlankLine(FileChannel file, long offset) throws IOException {
        String next = text(file, offset, 2);
        if (next.startsWith("\n")) return offset + 1;
        return next.equals("\r\n") ? offset + 2 : offset;
    }

    private static boolean holdsBareFrom(FileChannel file, long from, long to) throws IOException {
        long offset = from;
        while (offset + FROM.length < to) {
            String text = text(file, offset, (int) Math.min(HEADER_MAX, to - offset));
            if (text.contains("\nFrom ")) return true;
            offset += Math.max(1, text.length() - FROM.length + 1);
        }
        return false;
    }

    private static String text(FileChannel file, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, Math.max(0, file.size() - offset)));
        while (buffer.hasRemaining() && file.read(buffer, offset + buffer.position()) >= 0) {}
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }
}
