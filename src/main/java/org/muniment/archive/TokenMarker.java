package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;

/// A file that says that the root keys of a store are in a token, and of which store.
record TokenMarker(StoreId storeId) {
    private static final String FIRST_LINE = "muniment token v1";

    static boolean isIn(StoreLayout layout) {
        return Files.exists(layout.token());
    }

    static TokenMarker read(StoreLayout layout) throws IOException {
        byte[] bytes = Files.readAllBytes(layout.token());
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextFormat.refuseNewer(text, layout.token());
        List<String> lines = text.lines().toList();
        try {
            var read = new TokenMarker(new StoreId(TextFormat.value(lines, 1, "id")));
            if (MessageDigest.isEqual(read.encoded(), bytes)) return read;
        } catch (IllegalArgumentException e) {
            throw damaged(layout, e);
        }
        throw damaged(layout, new IllegalArgumentException("other bytes than were written"));
    }

    private static StoreIsDamaged damaged(StoreLayout layout, IllegalArgumentException e) {
        return new StoreIsDamaged(layout.token() + " is not what was written" + KeyTable.RESTORE, e);
    }

    void write(StoreLayout layout) throws IOException {
        DurableFiles.replace(layout.token(), encoded());
    }

    private byte[] encoded() {
        String text = FIRST_LINE + "\nid " + storeId.hex() + "\n";
        return (text + TextFormat.checksum(text)).getBytes(StandardCharsets.UTF_8);
    }
}
