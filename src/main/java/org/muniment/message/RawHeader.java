package org.muniment.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/// This gathers the header that MIME4J is reading, field by field, within the budget. It keeps the fields
/// itself and tells MIME4J of none, which spares a second parse and lets malformed lines be kept.
final class RawHeader implements FieldBuilder {
    private final Budget budget;
    private byte[] buffer = new byte[1024];
    private int length;
    private boolean cut;
    private List<RawLine> lines = new ArrayList<>(24);
    private boolean truncated;

    RawHeader(Budget budget) {
        this.budget = budget;
    }

    /// This is one field unfolded, or, with an empty name, a line that is none.
    record RawLine(String name, String value) {
        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /// Returns the lines gathered since the last call.
    List<RawLine> take() {
        List<RawLine> taken = lines;
        lines = new ArrayList<>(16);
        return taken;
    }

    /// Whether something of the header was left out since the last call.
    boolean takeTruncated() {
        boolean was = truncated;
        truncated = false;
        return was;
    }

    @Override
    public void reset() {
        length = 0;
        cut = false;
    }

    @Override
    public void append(ByteArrayBuffer line) {
        int room = Limits.HEADER_FIELD_BYTES - length;
        int count = Math.min(room, line.length());
        cut |= count < line.length();
        if (length + count > buffer.length) {
            byte[] larger = new byte[Math.max(2 * buffer.length, length + count)];
            System.arraycopy(buffer, 0, larger, 0, length);
            buffer = larger;
        }
        System.arraycopy(line.buffer(), 0, buffer, length, count);
        length += count;
    }

    @Override
    public @Nullable RawField build() {
        if (length > 0) {
            boolean fits = budget.takeHeaderField(length);
            truncated |= cut || !fits;
            if (fits) lines.add(line());
        }
        return null;
    }

    private RawLine line() {
        int colon = nameEnd();
        if (colon < 0) return new RawLine("", value(0));
        int end = colon;
        while (end > 0 && buffer[end - 1] <= ' ') end--;
        return new RawLine(new String(buffer, 0, end, ISO_8859_1), value(colon + 1));
    }

    /// Returns where the colon after the field name is, or -1: a name has no spaces inside, though old mailers
    /// put some before the colon.
    private int nameEnd() {
        boolean spaced = false;
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            if (b == ':') return i == 0 ? -1 : i;
            boolean isSpace = b == ' ' || b == '\t';
            if ((b < ' ' && !isSpace) || b == 127 || (spaced && !isSpace) || (isSpace && i == 0)) return -1;
            spaced |= isSpace;
        }
        return -1;
    }

    private String value(int from) {
        int start = from;
        while (start < length && isSpace(buffer[start])) start++;
        int end = length;
        while (end > start && isSpace(buffer[end - 1])) end--;
        boolean isPlain = Bytes.isAscii(buffer, start, end)
                && Bytes.indexOf(buffer, (byte) '\n', start, end) < 0
                && Bytes.indexOf(buffer, (byte) '\r', start, end) < 0
                && Bytes.indexOf(buffer, (byte) 0x1B, start, end) < 0;
        return isPlain ? new String(buffer, start, end - start, ISO_8859_1) : unfolded(start, end);
    }

    /// Line breaks go, the space after them stays. A CR or LF that folds nothing becomes a space.
    private String unfolded(int start, int end) {
        boolean isAscii = true;
        int o = start;
        for (int i = start; i < end; i++) {
            byte b = buffer[i];
            isAscii &= b >= 0 && b != 0x1B;
            if (b != '\r' && b != '\n') buffer[o++] = b;
            else if (i + 1 < end && !isSpace(buffer[i + 1])) buffer[o++] = ' ';
        }
        if (isAscii) return new String(buffer, start, o - start, ISO_8859_1);
        boolean isJapanese = indexOfEscape(start, o) >= 0;
        return isJapanese ? Charsets.decode(buffer, start, o, "iso-2022-jp").text() : Charsets.guess(buffer, start, o);
    }

    private int indexOfEscape(int from, int to) {
        for (int i = from; i + 1 < to; i++)
            if (buffer[i] == 0x1B && (buffer[i + 1] == '$' || buffer[i + 1] == '(')) return i;
        return -1;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /// MIME4J asks for this only when it is to give lines back to the body, which it is not.
    @Override
    public @Nullable RecycledByteArrayBuffer getRaw() {
        return null;
    }

    @Override
    public void release() {
        // Nothing is borrowed.
    }
}
