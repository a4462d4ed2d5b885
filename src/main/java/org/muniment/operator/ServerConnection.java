package org.muniment.operator;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The thin client: hands a command to the server that holds the data folder and prints what comes back.
final class ServerConnection implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final SocketChannel channel;

    private ServerConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /// The server that holds the folder, if one answers. A socket left behind by a killed server does not.
    static Optional<ServerConnection> to(Path folder) {
        Path socket = folder.resolve(OperatorSocket.FILE);
        if (!Files.exists(socket)) return Optional.empty();
        try {
            return Optional.of(
                    new ServerConnection(SocketChannel.open(UnixDomainSocketAddress.of(SocketPath.shortened(socket)))));
        } catch (IOException nobodyListens) {
            return Optional.empty();
        }
    }

    int run(List<String> arguments, Optional<String> token, Terminal terminal) throws IOException {
        OutputStream out = Channels.newOutputStream(channel);
        InputStream in = Channels.newInputStream(channel);
        byte[] request = JSON.writeValueAsBytes(new OperatorSocket.Request(
                arguments, terminal.workingFolder().toString(), terminal.attention(), token));
        Frames.write(out, Frames.REQUEST, request, 0, request.length);
        try {
            while (true) {
                Frames.Frame frame = Frames.read(in);
                switch (frame.kind()) {
                    case Frames.OUTPUT -> print(terminal.output(), frame.bytes());
                    case Frames.ERRORS -> print(terminal.errors(), frame.bytes());
                    case Frames.EXIT -> {
                        return frame.bytes()[0];
                    }
                    default -> throw new IOException("unknown frame " + frame.kind());
                }
            }
        } catch (EOFException stopped) {
            throw new IOException("the server stopped before the command was done; try again", stopped);
        }
    }

    private static void print(OutputStream to, byte[] bytes) throws IOException {
        to.write(bytes);
        to.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
