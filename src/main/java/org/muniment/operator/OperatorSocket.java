package org.muniment.operator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// This is the running server's ear for the operator's tool: a Unix socket in the data folder that only the server's
/// own user can open. A command that arrives is run here, on the opened folder, and its output sent back.
public final class OperatorSocket implements AutoCloseable {
    static final String FILE = "muniment.sock";
    private static final Logger LOG = LoggerFactory.getLogger(OperatorSocket.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataFolder folder;
    private final ServerSocketChannel server;

    private OperatorSocket(DataFolder folder, ServerSocketChannel server) {
        this.folder = folder;
        this.server = server;
    }

    /// Listens in an opened data folder until closed.
    public static OperatorSocket listen(DataFolder folder) throws IOException {
        Path file = folder.path().resolve(FILE);
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(SocketPath.shortened(file)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        OperatorSocket socket = new OperatorSocket(folder, server);
        Thread.ofPlatform().daemon().name("operator-socket").start(socket::accept);
        return socket;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel caller = server.accept();
                Thread.ofPlatform().daemon().name("operator-command").start(() -> serve(caller));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException failure) {
                LOG.warn("The operator's socket could not accept a command", failure);
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller;
                InputStream in = Channels.newInputStream(caller);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(caller))) {
            Request request = JSON.readValue(Frames.read(in).bytes(), Request.class);
            Terminal terminal = new Terminal(
                    Frames.stream(out, Frames.OUTPUT),
                    Frames.stream(out, Frames.ERRORS),
                    Path.of(request.workingFolder()),
                    request.attention());
            int exit = OperatorTool.on(folder, terminal, new Caller(userOf(caller), request.token()))
                    .run(request.arguments().toArray(String[]::new));
            Frames.write(out, Frames.EXIT, new byte[] {(byte) exit}, 0, 1);
        } catch (IOException gone) {
            LOG.debug("The operator's tool went away", gone);
        } catch (RuntimeException failure) {
            LOG.warn("A command from the operator's tool failed", failure);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(folder.path().resolve(FILE));
    }

    /// The user at the other end, as the kernel says; nobody can claim to be another.
    private static String userOf(SocketChannel caller) throws IOException {
        return caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }

    record Request(List<String> arguments, String workingFolder, Terminal.Attention attention, Optional<String> token) {
        /// The token is a secret.
        @Override
        public String toString() {
            return "a command in " + workingFolder;
        }
    }
}
