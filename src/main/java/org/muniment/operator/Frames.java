package org.muniment.operator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;

/// The words of the socket between tool and server: one byte of kind, four of length, then the bytes.
final class Frames {
    static final int REQUEST = 1;
    static final int OUTPUT = 2;
    static final int ERRORS = 3;
    static final int EXIT = 4;
    private static final int BYTES_MAX = 1 << 20;

    /// One frame, as read; the bytes are the reader's own.
    static final class Frame {
        private final int kind;
        private final byte[] bytes;

        private Frame(int kind, byte[] bytes) {
            this.kind = kind;
            this.bytes = bytes;
        }

        int kind() {
            return kind;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    private Frames() {}

    static Frame read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > BYTES_MAX) throw new ProtocolException("a frame of " + length + " bytes");
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Frame(kind, bytes);
    }

    static void write(OutputStream to, int kind, byte[] bytes, int offset, int length) throws IOException {
        synchronized (to) {
            DataOutputStream out = new DataOutputStream(to);
            for (int at = 0; at < length || at == 0; at += BYTES_MAX) {
                int part = Math.min(BYTES_MAX, length - at);
                out.writeByte(kind);
                out.writeInt(part);
                out.write(bytes, offset + at, part);
            }
            out.flush();
        }
    }

    /// A stream whose every write is a frame of one kind.
    static OutputStream stream(OutputStream to, int kind) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > 0) Frames.write(to, kind, bytes, offset, length);
            }
        };
    }
}
