package org.muniment.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;

/// This is one delivery to the archive: the envelope, and the mail with one character for each byte.
///
/// @param source which of the city's mail systems sent it
record Delivery(LocalDateTime at, String source, String mailFrom, List<String> recipients, String mail) {
    Delivery {
        recipients = List.copyOf(recipients);
    }

    byte[] bytes() {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }
}
