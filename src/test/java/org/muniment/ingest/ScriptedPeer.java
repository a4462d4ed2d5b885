package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// This is an SMTP client that says what it is told, byte for byte, and reads replies.
final class ScriptedPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private Socket socket;
    private InputStream in;

    private ScriptedPeer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static ScriptedPeer connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return new ScriptedPeer(socket);
    }

    /// Connected, greeted, and ready for MAIL.
    static ScriptedPeer greeted(int port) throws IOException {
        ScriptedPeer peer = connect(port);
        peer.reply();
        peer.ask("EHLO peer.example");
        return peer;
    }

    /// Ready for DATA or BDAT.
    static ScriptedPeer withRecipient(int port) throws IOException {
        ScriptedPeer peer = greeted(port);
        peer.ask("MAIL FROM:<sender@city.example>");
        peer.ask("RCPT TO:<journal@archive.example>");
        return peer;
    }

    void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    void sendLines(int mib, long seed) throws IOException {
        LargeMessageTest.writeLines(socket.getOutputStream(), mib, seed);
    }

    /// Says a line and returns the reply to it.
    String ask(String line) throws IOException {
        send((line + "\r\n").getBytes(UTF_8));
        return reply();
    }

    /// The next reply, its lines joined with line feeds; empty if the server has closed the connection.
    String reply() throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            String line = line();
            if (line.isEmpty()) return String.join("\n", lines);
            lines.add(line);
        } while (lines.getLast().charAt(3) == '-');
        return String.join("\n", lines);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') return line.toString(UTF_8).strip();
            line.write(b);
        }
        return "";
    }

    /// Everything until the server closes.
    String rest() throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    SSLSession startTls(String... protocols) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnyone()}, new SecureRandom());
        SSLSocket secured = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, InetAddress.getLoopbackAddress().getHostName(), socket.getPort(), true);
        if (protocols.length > 0) secured.setEnabledProtocols(protocols);
        secured.startHandshake();
        socket = secured;
        in = secured.getInputStream();
        return secured.getSession();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class TrustsAnyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
