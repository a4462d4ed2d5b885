package org.muniment.review;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.Archive;
import org.muniment.message.EmailAddress;
import org.muniment.message.MailParser;
import org.muniment.message.Message;
import org.muniment.message.ParsedCapture;
import org.muniment.message.Part;
import org.muniment.message.Placement;
import org.muniment.rendition.DisplayableText;
import org.muniment.rendition.MessagePassages;
import org.muniment.rendition.Passage;
import org.springframework.stereotype.Component;

/// Messages as a review needs them: the very passages that would be printed, and a line for the list.
@Component
final class ReviewMail {
    private static final long PASSAGE_CHARACTERS_KEPT_MAX = 16L << 20;
    private static final int SENDER_LENGTH_MAX = 320;
    private static final int SUBJECT_LENGTH_MAX = 500;

    private final Archive archive;
    private final Cache<AccessionNumber, List<Passage>> read = Caffeine.newBuilder()
            .maximumWeight(PASSAGE_CHARACTERS_KEPT_MAX)
            .weigher((AccessionNumber number, List<Passage> passages) -> 200
                    + passages.stream()
                            .mapToInt(passage -> passage.text().length())
                            .sum())
            .build();

    ReviewMail(Archive archive) {
        this.archive = archive;
    }

    /// The message's passages in reading order; of late ones some are remembered.
    List<Passage> passages(AccessionNumber accession) {
        return read.get(accession, number -> MessagePassages.of(parsed(number)));
    }

    /// Remembers nothing of these any more.
    void forget(AccessionRanges gone) {
        gone.forEach(number -> read.invalidate(new AccessionNumber(number)));
    }

    /// Those of them that are destroyed.
    AccessionRanges destroyed(Collection<AccessionNumber> messages) {
        List<AccessionNumber> gone = new ArrayList<>();
        try {
            for (AccessionNumber message : messages)
                gone.addAll(archive.destroyed(message, message).keySet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return AccessionRanges.of(gone);
    }

    ItemRow.ItemLine line(AccessionNumber accession) {
        ParsedCapture capture = parsed(accession);
        Message message = capture.message();
        String sender = message.from().stream().map(EmailAddress::toString).collect(Collectors.joining("; "));
        List<Part> attached = message.parts().stream()
                .filter(part -> part.placement() == Placement.ATTACHMENT)
                .toList();
        return new ItemRow.ItemLine(
                message.sentAt(),
                oneLine(sender, SENDER_LENGTH_MAX),
                oneLine(message.subject(), SUBJECT_LENGTH_MAX),
                attached.size(),
                likeness(sender, MessagePassages.of(capture), attached));
    }

    private static String oneLine(String text, int lengthMax) {
        String line = DisplayableText.of(text).replace('\n', ' ').strip();
        return line.length() <= lengthMax ? line : line.substring(0, line.offsetByCodePoints(0, lengthMax / 2)) + "…";
    }

    /// The same for the same sender, subject, text, and attachments by name, type and exact size;
    /// when and to whom it was sent does not count.
    private static String likeness(String sender, List<Passage> passages, List<Part> attached) {
        MessageDigest digest = sha256();
        update(digest, sender);
        for (Passage passage : passages) {
            switch (passage.kind()) {
                case SUBJECT, BODY -> update(digest, passage.part() + "\n" + passage.text());
                case FROM, TO, CC, BCC, HEADERS, ATTACHMENT, FILENAME -> {}
            }
        }
        for (Part part : attached)
            update(digest, part.fileName() + "\n" + part.contentType() + "\n" + part.sizeBytes());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ParsedCapture parsed(AccessionNumber accession) {
        try (InputStream raw = archive.message(accession).open()) {
            return MailParser.parse(raw);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
