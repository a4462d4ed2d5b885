package org.muniment.archive;

import java.io.IOException;
import java.util.List;

/// What a destruction needs of the root keys.
interface Roots {
    /// Returns the numbers of the root keys there are, the newest last.
    List<Integer> versions();

    /// Makes a new root key and wraps every segment's key by it; returns its number.
    int rotate() throws IOException;

    void destroy(int version) throws IOException;

    /// Returns who holds a copy of a root key older than this one and has not attested that it is gone.
    List<String> outstanding(int before) throws IOException;

    /// Returns who has attested.
    List<String> attested(int before) throws IOException;
}
