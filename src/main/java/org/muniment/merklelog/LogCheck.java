package org.muniment.merklelog;

import java.io.IOException;
import java.util.List;

/// This is a full check of a log's folder in one pass: the caller feeds the entries it keeps itself, from 0 to the
/// published size, and every tile, entry bundle, and signature and root of every checkpoint ever signed is compared.
@SuppressWarnings("DoNotCallSuggester")
public final class LogCheck implements AutoCloseable {
    LogCheck() {}

    /// Takes the next entry, as the caller derives it from its own records.
    public void next(byte[] entry) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns what is wrong, one sentence each; empty when every byte is what was signed.
    public List<String> findings() throws IOException {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() throws IOException {
        throw new IllegalStateException("not yet");
    }
}
