package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The archive's own mailboxes, to which mail servers deliver its copies: never recipients of a message. They stand in
/// `journal-addresses.txt` in the data folder, one a line, `#` begins a remark. After a change, rebuild the index.
record JournalAddresses(Set<String> addresses) {
    static final String FILE = "journal-addresses.txt";

    static JournalAddresses in(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve(FILE);
        if (!Files.exists(file)) return new JournalAddresses(Set.of());
        try (Stream<String> lines = Files.lines(file)) {
            return new JournalAddresses(lines.map(JournalAddresses::withoutRemark)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static String withoutRemark(String line) {
        int remark = line.indexOf('#');
        return (remark < 0 ? line : line.substring(0, remark)).strip();
    }
}
