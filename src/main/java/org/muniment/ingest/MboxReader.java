package org.muniment.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// This is the reading of an mbox, message by message, in constant memory whatever the size of either. In a file whose
/// first separator has a date, only lines with a date separate: an unquoted sentence that begins with "From " does
/// not. In a file without dates, a separator follows a blank line.
final class MboxReader {
    /// This is told each message: its offset in the file and the separator's sender, then its bytes, then its end.
    interface Messages {
        OutputStream begin(long offset, Optional<String> sender) throws IOException;

        void end() throws IOException;
    }

    static final int BUFFER_BYTES = 256 * 1024;
    private static final int LOOK_AHEAD = FromLine.BYTES_MAX + 1;
    // Two line ends: what may turn out to be the blank line before a separator is not passed on too early.
    private static final int LOOK_BACK = 4;

    private final FileChannel file;
    private final MboxDialect dialect;
    private final Messages messages;
    private final byte[] buffer;
    private long bufferOffset;
    private int position;
    private int limit;
    private boolean atEnd;
    private boolean dated;
    private int runStart;
    private boolean messageIsEmpty;
    private OutputStream message = OutputStream.nullOutputStream();

    MboxReader(FileChannel file, MboxDialect dialect, Messages messages, int bufferBytes) {
        this.file = file;
        this.dialect = dialect;
        this.messages = messages;
        this.buffer = new byte[bufferBytes];
    }

    /// Reads a file that begins with a separator.
    void read() throws IOException {
        refill();
        dated = FromLine.hasDate(lineAt(position));
        while (position < limit) {
            runStart = position;
            long offset = bufferOffset + position;
            String separator = lineAt(position);
            skipLine(Long.MAX_VALUE);
            runStart = position;
            message = messages.begin(offset, FromLine.sender(separator));
            messageIsEmpty = true;
            OptionalLong counted =
                    dialect.counts() ? MboxDialect.countedEnd(file, bufferOffset + position) : OptionalLong.empty();
            if (counted.isPresent()) copyTo(counted.getAsLong());
            else copyToSeparator();
            message = OutputStream.nullOutputStream();
            messages.end();
        }
    }

    private void copyToSeparator() throws IOException {
        while (true) {
            lookAhead();
            if (position == limit || isSeparator()) {
                pass(beforeBlankLine());
                runStart = position;
                return;
            }
            unquote();
            skipLine(Long.MAX_VALUE);
        }
    }

    private void copyTo(long end) throws IOException {
        while (bufferOffset + position < end) {
            lookAhead();
            unquote();
            skipLine(end);
        }
        pass(position);
        lookAhead();
        long next = MboxDialect.afterBlankLine(file, bufferOffset + position);
        runStart = position = (int) (next - bufferOffset);
        lookAhead();
    }

    private void unquote() throws IOException {
        if (position < limit && buffer[position] == '>' && dialect.quotes() && isQuotedFrom()) {
            pass(position);
            runStart = position + 1;
        }
    }

    private boolean isQuotedFrom() {
        int from = position;
        while (from < limit && buffer[from] == '>') from++;
        return isFrom(from);
    }

    private boolean isSeparator() {
        if (!isFrom(position)) return false;
        return dated ? FromLine.hasDate(lineAt(position)) : beforeBlankLine() < position;
    }

    private boolean isFrom(int at) {
        return limit - at >= 5
                && buffer[at] == 'F'
                && buffer[at + 1] == 'r'
                && buffer[at + 2] == 'o'
                && buffer[at + 3] == 'm'
                && buffer[at + 4] == ' ';
    }

    /// The line at an index, without its line feed; of an endless line the beginning.
    private String lineAt(int from) {
        int end = from;
        while (end < limit && end - from < FromLine.BYTES_MAX && buffer[end] != '\n') end++;
        return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /// Where the run ends if a blank line before `position` belongs to the separator.
    private int beforeBlankLine() {
        int end = position;
        if (end == runStart || buffer[end - 1] != '\n') return end;
        int blank = end - 1 > runStart && buffer[end - 2] == '\r' ? end - 2 : end - 1;
        boolean isBlank = blank == runStart ? messageIsEmpty : buffer[blank - 1] == '\n';
        return isBlank ? blank : end;
    }

    private void skipLine(long end) throws IOException {
        while (true) {
            int stop = (int) Math.min(limit, end - bufferOffset);
            while (position < stop) if (buffer[position++] == '\n') return;
            if (atEnd || bufferOffset + position >= end) return;
            refill();
        }
    }

    private void lookAhead() throws IOException {
        if (limit - position < LOOK_AHEAD && !atEnd) refill();
    }

    private void pass(int to) throws IOException {
        if (to > runStart) {
            message.write(buffer, runStart, to - runStart);
            messageIsEmpty = false;
        }
        runStart = to;
    }

    private void refill() throws IOException {
        pass(Math.max(runStart, position - LOOK_BACK));
        System.arraycopy(buffer, runStart, buffer, 0, limit - runStart);
        bufferOffset += runStart;
        position -= runStart;
        limit -= runStart;
        runStart = 0;
        ByteBuffer room = ByteBuffer.wrap(buffer, limit, buffer.length - limit);
        while (room.hasRemaining()) {
            int length = file.read(room, bufferOffset + room.position());
            atEnd = length < 0;
            if (atEnd) break;
        }
        limit = room.position();
    }
}
