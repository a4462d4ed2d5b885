package org.muniment.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// This is the Postfix of this machine, with a configuration and a queue of its own, on a free port. Everything it is
/// sent is thrown away but the copies `always_bcc` makes, which go to the journal.
final class RealPostfix implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final int PATIENCE_SECONDS = 30;

    private final Path configuration;
    private final int port;

    private RealPostfix(Path configuration, int port) {
        this.configuration = configuration;
        this.port = port;
    }

    /// Starts it, or skips the calling test, loudly, where it cannot run.
    static RealPostfix start(Path folder, int journalPort) throws IOException, InterruptedException {
        boolean possible =
                Files.isExecutable(PROGRAM) && System.getProperty("user.name").equals("root");
        if (!possible) System.out.println("SKIPPED: Postfix is not installed here, or the tests do not run as root");
        Assumptions.assumeTrue(possible, "Postfix needs to be installed and to be started by root");
        // Its processes give root up, and must still reach their queue.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path configuration = Files.createDirectory(folder.resolve("postfix"));
        Files.createDirectory(configuration.resolve("queue"));
        int port = freePort();
        Files.writeString(configuration.resolve("main.cf"), main(configuration, journalPort));
        Files.writeString(configuration.resolve("master.cf"), master(port));
        Path data = Files.createDirectory(configuration.resolve("data"));
        run("chown", "postfix", data.toString());
        run(PROGRAM.toString(), "-c", configuration.toString(), "start");
        RealPostfix started = new RealPostfix(configuration, port);
        started.awaitPort();
        return started;
    }

    int port() {
        return port;
    }

    String log() throws IOException {
        Path log = configuration.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Override
    public void close() throws IOException {
        run(PROGRAM.toString(), "-c", configuration.toString(), "stop");
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < PATIENCE_SECONDS * 10; attempt++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.getInputStream().read() == '2') return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IOException("Postfix does not answer: " + log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) throw new IOException(String.join(" ", command) + " failed");
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static String main(Path configuration, int journalPort) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                daemon_directory = /usr/lib/postfix/sbin
                maillog_file = %1$s/log
                maillog_file_prefixes = %1$s
                mail_owner = postfix
                setgid_group = postdrop
                inet_interfaces = loopback-only
                inet_protocols = ipv4
                myhostname = mail.city.example
                mydestination =
                mynetworks = 127.0.0.0/8
                smtpd_relay_restrictions = permit_mynetworks, reject
                smtp_tls_security_level = may
                smtp_dns_support_level = disabled
                smtp_host_lookup = native
                always_bcc = journal@archive.example
                transport_maps = inline:{archive.example=smtp:[127.0.0.1]:%2$d}
                default_transport = discard:
                """.formatted(configuration, journalPort);
    }

    private static String master(int port) {
        return """
                127.0.0.1:%d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                verify unix - - n - 1 verify
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                smtp unix - - n - - smtp
                relay unix - - n - - smtp
                showq unix n - n - - showq
                error unix - - n - - error
                retry unix - - n - - error
                discard unix - - n - - discard
                tlsmgr unix - - n 1000? 1 tlsmgr
                anvil unix - - n - 1 anvil
                scache unix - - n - 1 scache
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port);
    }
}
