package org.muniment.archive;

import java.util.List;
import java.util.stream.Stream;

/// Keystores made while this is open take no work to open: that work makes a passphrase slow to guess, and would be
/// nine
/// tenths of a test that opens stores by the thousand.
final class CheapKeystores implements AutoCloseable {
    private static final List<String> WORK = Stream.of("mac", "certPbe", "keyPbe")
            .map(use -> "keystore.pkcs12." + use + "IterationCount")
            .toList();

    CheapKeystores() {
        WORK.forEach(property -> System.setProperty(property, "1"));
    }

    @Override
    public void close() {
        WORK.forEach(System::clearProperty);
    }
}
