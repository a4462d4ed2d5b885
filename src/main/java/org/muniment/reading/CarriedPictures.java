package org.muniment.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.ArchivedMessage;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.Part;

/// This is what a message's HTML may show by `cid:`: pictures among its own parts, within limits. SVG is not among
/// them: it is a document that can run scripts. A picture counts as often as it is shown: 100,000 times one picture
/// would be a page of many gigabytes.
final class CarriedPictures {
    private static final Set<String> KINDS = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final int SIZE_BYTES_MAX = 4 << 20;
    private static final int SIZE_BYTES_MAX_TOGETHER = 16 << 20;
    private static final int ADDRESS_LENGTH_MAX_TOGETHER = 24 << 20;
    private static final int COUNT_MAX = 40;

    private final ArchivedMessage capture;
    private final Message message;
    private final Map<String, Optional<String>> known = new HashMap<>();
    private int sizeBytesTogether;
    private int addressLengthTogether;

    CarriedPictures(ArchivedMessage capture, Message message) {
        this.capture = capture;
        this.message = message;
    }

    /// Returns the picture with that Content-ID as a `data:` address; nothing if there is none or a limit is reached.
    Optional<String> byContentId(String contentId) {
        if (!known.containsKey(contentId) && known.size() >= COUNT_MAX) return Optional.empty();
        return known.computeIfAbsent(
                        contentId,
                        id -> partWith(id).flatMap(part -> bytesOf(part).map(bytes -> dataAddress(part, bytes))))
                .filter(this::isStillWithin);
    }

    private boolean isStillWithin(String address) {
        if (address.length() > ADDRESS_LENGTH_MAX_TOGETHER - addressLengthTogether) return false;
        addressLengthTogether += address.length();
        return true;
    }

    private Optional<Part> partWith(String contentId) {
        return message.parts().stream()
                .filter(part -> part.contentId().equals(contentId) && KINDS.contains(part.contentType()))
                .filter(part -> part.sizeBytes() <= SIZE_BYTES_MAX)
                .findFirst();
    }

    private Optional<byte[]> bytesOf(Part part) {
        try (InputStream raw = capture.open()) {
            Optional<InputStream> content = MailParser.part(raw, message, part.path());
            if (content.isEmpty()) return Optional.empty();
            byte[] bytes = content.get().readNBytes(SIZE_BYTES_MAX + 1);
            if (bytes.length > Math.min(SIZE_BYTES_MAX, SIZE_BYTES_MAX_TOGETHER - sizeBytesTogether)) {
                return Optional.empty();
            }
            sizeBytesTogether += bytes.length;
            return Optional.of(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String dataAddress(Part part, byte[] bytes) {
        return "data:" + part.contentType() + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
