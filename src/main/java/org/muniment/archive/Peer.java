package org.muniment.archive;

/// This is what delivered a capture over the network, as far as it could be seen; empty where nothing was.
///
/// @param address its network address and port
/// @param helo the name it gave itself; never believed
/// @param tls protocol and cipher suite, empty on a plain connection
/// @param certificate subject of the client certificate that was verified
public record Peer(String address, String helo, String tls, String certificate) {
    /// Nobody: a file has no peer.
    public static final Peer NONE = new Peer("", "", "", "");
}
