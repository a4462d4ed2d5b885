package org.muniment.ingest;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.muniment.certificate.PemFiles;

/// This is what the journal's receiver needs to know. What arrives is marked with the source's name; as no peer is
/// known yet, every source is unauthenticated, and the receiver listens on loopback unless told otherwise.
///
/// @param listenOn address and port; port 0 takes any free one
/// @param hostName how the receiver names itself to peers
/// @param source the name kept with every message
public record SmtpSettings(
        InetSocketAddress listenOn, String hostName, String source, PemFiles tls, SmtpLimits limits) {
    public SmtpSettings {
        if (!hostName.matches("[A-Za-z0-9.-]{1,255}")) {
            throw new IllegalArgumentException("not a host name: " + hostName);
        }
    }

    /// The journal of a fresh install: loopback only, source `smtp`, a certificate of its own in `tlsFolder`.
    public static SmtpSettings onLoopback(int port, Path tlsFolder) {
        return new SmtpSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                "muniment.localhost",
                "smtp",
                PemFiles.in(tlsFolder),
                SmtpLimits.standard());
    }

    public SmtpSettings listeningOn(InetAddress address) {
        return new SmtpSettings(new InetSocketAddress(address, listenOn.getPort()), hostName, source, tls, limits);
    }

    public SmtpSettings with(SmtpLimits changed) {
        return new SmtpSettings(listenOn, hostName, source, tls, changed);
    }
}
