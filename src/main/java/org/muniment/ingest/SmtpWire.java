package org.muniment.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/// This is the byte side of a session: one buffer each way. Replies go out together when there is nothing left to
/// read, which is what makes pipelining (RFC 2920) pay.
final class SmtpWire {
    private static final int SKIPPED_MAX = 64 * 1024;
    private static final int UNREAD_MAX = 1 << 20;

    private final PeerSocket socket;
    private final byte[] input = new byte[SmtpLimits.COMMAND_BYTES_ROOM];
    private final byte[] replies = new byte[4 * 1024];
    private InputStream in;
    private OutputStream out;
    private int position;
    private int limit;
    private int repliesLength;
    private boolean secured;

    SmtpWire(PeerSocket socket) throws IOException {
        this.socket = socket;
        this.in = socket.socket().getInputStream();
        this.out = socket.socket().getOutputStream();
    }

    /// Whether the peer has sent more than what was read.
    boolean hasInput() {
        return position < limit;
    }

    /// The next command line without its end. Throws EOFException when the peer has gone.
    String readLine(int bytesMax, Duration patience) throws IOException {
        int searched = position;
        boolean waiting = false;
        while (true) {
            int end = indexOfLineFeed(searched);
            if (end >= 0) return line(end, bytesMax);
            searched = limit;
            if (limit - position >= bytesMax) {
                skipLine();
                throw new CommandRefused(SmtpReply.LINE_TOO_LONG);
            }
            if (!waiting) socket.allow(patience);
            waiting = true;
            searched -= position;
            fill();
            searched += position;
        }
    }

    private int indexOfLineFeed(int from) {
        for (int i = from; i < limit; i++) if (input[i] == '\n') return i;
        return -1;
    }

    private String line(int end, int bytesMax) {
        int start = position;
        position = end + 1;
        if (position - start > bytesMax) throw new CommandRefused(SmtpReply.LINE_TOO_LONG);
        int length = end - 1 - start;
        if (length < 0 || input[end - 1] != '\r') throw new CommandRefused(SmtpReply.LINE_MALFORMED);
        boolean ascii = true;
        for (int i = start; i < end - 1; i++) {
            if (input[i] == '\r' || input[i] == 0) throw new CommandRefused(SmtpReply.LINE_MALFORMED);
            ascii &= input[i] > 0;
        }
        if (ascii) return new String(input, start, length, StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(input, start, length))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new CommandRefused(SmtpReply.LINE_MALFORMED);
        }
    }

    private void skipLine() throws IOException {
        int skipped = 0;
        while (true) {
            int end = indexOfLineFeed(position);
            if (end >= 0) {
                position = end + 1;
                return;
            }
            skipped += limit - position;
            if (skipped > SKIPPED_MAX) throw new EOFException("a line without end");
            position = limit;
            fill();
        }
    }

    /// Passes the body of DATA on, to its end.
    void readDotted(MessageBody body, BodyPace pace) throws IOException {
        DotUnstuffing dots = new DotUnstuffing();
        while (true) {
            position = dots.pass(input, position, limit, body);
            if (dots.isAtEnd()) return;
            pace.grant(socket);
            pace.passed(fill());
        }
    }

    /// Passes a chunk of BDAT on, all of its bytes.
    void readChunk(long bytes, MessageBody body, BodyPace pace) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (position == limit) {
                pace.grant(socket);
                pace.passed(fill());
            }
            int length = (int) Math.min(left, limit - position);
            body.write(input, position, length);
            position += length;
            left -= length;
        }
    }

    /// Reads more behind what is unread; returns how much. Sends the waiting replies first: the peer may wait for them.
    private int fill() throws IOException {
        flush();
        if (position > 0) {
            System.arraycopy(input, position, input, 0, limit - position);
            limit -= position;
            position = 0;
        }
        int length = in.read(input, limit, input.length - limit);
        if (length < 0) throw new EOFException("the peer has gone");
        limit += length;
        return length;
    }

    void reply(SmtpReply reply) throws IOException {
        byte[] bytes = (reply.text() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        if (repliesLength + bytes.length > replies.length) flush();
        System.arraycopy(bytes, 0, replies, repliesLength, bytes.length);
        repliesLength += bytes.length;
    }

    void flush() throws IOException {
        if (repliesLength == 0) return;
        int length = repliesLength;
        repliesLength = 0;
        out.write(replies, 0, length);
    }

    /// Sends the last reply and ends the connection such that the peer gets to read it: closing over unread input would
    /// reset the connection, and the reply with it.
    void close(Duration patience) throws IOException {
        flush();
        socket.allow(patience);
        if (secured) {
            out.close();
            return;
        }
        socket.socket().shutdownOutput();
        int unread = 0;
        while (unread < UNREAD_MAX && !socket.isInputEnded()) {
            int length = in.read(input);
            if (length < 0) return;
            unread += length;
        }
    }

    /// Turns TLS on. What the peer sent in clear before is dropped: an attacker on the way could have put it there
    /// (CVE-2011-0411).
    SSLSession startTls(SSLContext context, Duration patience) throws IOException {
        flush();
        position = limit = 0;
        socket.allow(patience);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket.socket(), null, true);
        tls.setUseClientMode(false);
        tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        tls.startHandshake();
        in = tls.getInputStream();
        out = tls.getOutputStream();
        secured = true;
        return tls.getSession();
    }
}
