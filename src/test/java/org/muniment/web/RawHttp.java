package org.muniment.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// This is an HTTP client that sends exactly the bytes it is told to: a browser would not let a test lie in `Host`.
record RawHttp(int port) {
    Answer get(String path, String... headers) throws IOException {
        return ask("GET", path, headers);
    }

    Answer ask(String method, String path, String... headers) throws IOException {
        return send(method, path, "", headers);
    }

    Answer post(String path, String json, String... headers) throws IOException {
        return send("POST", path, json, headers);
    }

    private Answer send(String method, String path, String body, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            String request = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    record Answer(int status, String head, String body) {
        static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
        }
    }
}
