package org.muniment;

import java.net.InetAddress;
import org.muniment.operator.DataFolder;
import org.muniment.people.People;
import org.muniment.web.Transport;

/// The address given on the command line, and when it may be one that others reach.
final class ListenAddress {
    private ListenAddress() {}

    static InetAddress of(String given) {
        try {
            return InetAddress.ofLiteral(given);
        } catch (IllegalArgumentException noAddress) {
            throw new NotAnAddress(given);
        }
    }

    /// Until somebody can sign in, nobody is to be kept out but by the loopback address.
    static void requirePeople(Transport transport, DataFolder folder) {
        if (transport.address().isLoopbackAddress()) return;
        if (new People(folder.workflow(), folder.clock()).isEmpty()) throw new NobodyCanSignInYet(folder);
    }

    static final class NotAnAddress extends RuntimeException {
        NotAnAddress(String given) {
            super("\"" + given + "\" is not an address. Give one of this computer's, such as 10.0.0.5, or 0.0.0.0 for"
                    + " all of them.");
        }
    }

    static final class NobodyCanSignInYet extends RuntimeException {
        NobodyCanSignInYet(DataFolder folder) {
            super("Nobody can sign in to " + folder.path() + " yet, so its page does not leave this computer. Start"
                    + " without --listen, set up the first people, then start with it.");
        }
    }
}
