package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A change of the keystore that has begun, kept in a file until all of it is done: whoever opens the store next sees
/// how far it went.
///
/// @param version the version of the root key that is made or destroyed
/// @param size how many entries the store had when it began: what says that it was done comes after
/// @param label the name in its token of the key that is destroyed, written down before it goes
/// @param to hash of the keystore that it leads to
record KeyChange(Kind kind, int version, long size, String to, Optional<String> label) {
    private static final String FIRST_LINE = "muniment key change v1";
    private static final int LINES = 6;

    enum Kind {
        ROTATION,
        DESTRUCTION
    }

    /// Returns the change that was not finished; empty if there is none.
    static Optional<KeyChange> in(StoreLayout layout) throws IOException {
        if (!Files.exists(layout.keyChange())) return Optional.empty();
        byte[] bytes = Files.readAllBytes(layout.keyChange());
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextFormat.refuseNewer(text, layout.keyChange());
        List<String> lines = text.lines().toList();
        try {
            var change = new KeyChange(
                    Kind.valueOf(TextFormat.value(lines, 1, "kind").toUpperCase(Locale.ROOT)),
                    Integer.parseInt(TextFormat.value(lines, 2, "root")),
                    Long.parseLong(TextFormat.value(lines, 3, "size")),
                    TextFormat.value(lines, 4, "keystore-sha256"),
                    lines.size() > LINES ? Optional.of(TextFormat.value(lines, 5, "key")) : Optional.empty());
            if (MessageDigest.isEqual(change.encoded(), bytes)) return Optional.of(change);
        } catch (IllegalArgumentException e) {
            throw damaged(layout, e);
        }
        throw damaged(layout, new IllegalArgumentException("other bytes than were written"));
    }

    private static StoreIsDamaged damaged(StoreLayout layout, IllegalArgumentException e) {
        return new StoreIsDamaged(
                layout.keyChange() + ": a change of the keys that was not finished cannot be read. Nothing is lost:"
                        + " remove this file, and begin the change again.",
                e);
    }

    void begin(StoreLayout layout) throws IOException {
        DurableFiles.replace(layout.keyChange(), encoded());
    }

    static void end(StoreLayout layout) throws IOException {
        if (Files.deleteIfExists(layout.keyChange())) DurableFiles.forceFolder(layout.keys());
    }

    private byte[] encoded() {
        String text = FIRST_LINE + "\nkind " + kind.name().toLowerCase(Locale.ROOT) + "\nroot " + version + "\nsize "
                + size + "\nkeystore-sha256 " + to + "\n"
                + label.map(it -> "key " + it + "\n").orElse("");
        return (text + TextFormat.checksum(text)).getBytes(StandardCharsets.UTF_8);
    }
}
