package org.muniment.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

/// This is the connection with a peer, and the time it has. A watch outside ends the input of a connection whose
/// deadline has passed, so a peer cannot stretch a limit by sending a byte now and then, and no read counts time.
final class PeerSocket {
    private static final long LAST_WORDS_NANOS = Duration.ofSeconds(5).toNanos();

    private final Socket socket;
    private volatile long deadline;
    private volatile boolean inputEnded;

    PeerSocket(Socket socket, Duration patience) {
        this.socket = socket;
        allow(patience);
    }

    Socket socket() {
        return socket;
    }

    InetAddress address() {
        return socket.getInetAddress();
    }

    /// Address and port, as they are kept with a message.
    String name() {
        return address().getHostAddress() + ":" + socket.getPort();
    }

    /// Whatever is under way may take this long from now.
    void allow(Duration patience) {
        deadline = System.nanoTime() + patience.toNanos();
    }

    /// For the watch: ends the input of a connection past its deadline, and soon after the connection itself.
    void endIfLate(long now) {
        long late = now - deadline;
        if (late < 0) return;
        if (inputEnded && late > LAST_WORDS_NANOS) cut();
        else endInput();
    }

    /// The session reads what has arrived and then finds the end. May be called from any thread.
    void endInput() {
        inputEnded = true;
        try {
            socket.shutdownInput();
        } catch (IOException gone) {
            cut();
        }
    }

    boolean isInputEnded() {
        return inputEnded;
    }

    void cut() {
        inputEnded = true;
        try {
            socket.close();
        } catch (IOException gone) {
            // Closing is all that was left to do.
            return;
        }
    }
}
