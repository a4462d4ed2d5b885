package org.muniment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.muniment.ingest.SmtpReceiver;
import org.muniment.ingest.SmtpSettings;
import org.muniment.operator.DataFolder;
import org.muniment.operator.OperatorSocket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The doors of the running server that are not HTTP: the journal and the operator's socket. They open last and close
/// first.
@Component
class Doors implements SmartLifecycle {
    private final DataFolder folder;
    private final int port;
    private final InetAddress address;
    private @Nullable SmtpReceiver receiver;
    private @Nullable OperatorSocket socket;

    Doors(
            DataFolder folder,
            @Value("${muniment.smtp.port:0}") int port,
            @Value("${muniment.smtp.address:127.0.0.1}") String address) {
        this.folder = folder;
        this.port = port;
        this.address = InetAddress.ofLiteral(address);
    }

    InetAddress address() {
        return address;
    }

    synchronized int port() {
        return receiver == null ? port : receiver.port();
    }

    @Override
    public synchronized void start() {
        SmtpSettings settings =
                SmtpSettings.onLoopback(port, folder.path().resolve("tls")).listeningOn(address);
        try {
            receiver =
                    SmtpReceiver.start(folder.archive(), settings, folder.alarms(), folder.clock(), new SecureRandom());
            socket = OperatorSocket.listen(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void stop() {
        try {
            if (socket != null) socket.close();
            if (receiver != null) receiver.close();
            socket = null;
            receiver = null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return receiver != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
