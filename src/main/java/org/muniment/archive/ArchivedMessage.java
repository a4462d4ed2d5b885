package org.muniment.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// This is one capture as it is kept: its bytes, exactly, and what was known when it came. What is kept encrypted is
/// opened when it is asked for; if it is not what was written, [StoreIsDamaged] is thrown, by the methods that declare
/// no exception in an [UncheckedIOException], and nothing is given out.
public final class ArchivedMessage {
    private final StoredRecord record;
    private final RecordOpener opener;
    private final String origin;
    private final EntryFields.CaptureFields fields;
    private RecordContent.@Nullable Head head;
    private byte @Nullable [] whole;

    ArchivedMessage(StoredRecord record, EntryFields.CaptureFields fields, RecordOpener opener, String origin) {
        this.record = record;
        this.fields = fields;
        this.opener = opener;
        this.origin = origin;
    }

    public AccessionNumber accession() {
        return new AccessionNumber(record.header().accession());
    }

    public Envelope envelope() {
        return opened(() -> EnvelopeText.envelope(head().envelope(), record.place()));
    }

    public Instant capturedAt() {
        return Micros.instant(fields.timeMicros());
    }

    /// Name of the source, as the public entry has it.
    public String source() {
        return fields.source();
    }

    /// Size of the raw bytes.
    public long sizeBytes() {
        return fields.sizeBytes();
    }

    /// Returns the raw bytes as they came. May be opened again and again; needs constant memory at any size.
    public InputStream open() throws IOException {
        InputStream content = content();
        try {
            head = RecordContent.readHead(content, record.place());
            return content;
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /// Returns the 32 bytes that, before the raw bytes, give the content hash of the public entry. Whoever gives them
    /// away lets that entry confirm the content for ever.
    public byte[] salt() {
        return opened(() -> head().salt().clone());
    }

    /// Returns the public text of the log entry: its leaf is `SHA-256(0x00 || text)`.
    public byte[] entryText() {
        return opened(() -> record.entryText(origin));
    }

    /// Returns the envelope as it is kept, JSON: with the salt before it, it gives the envelope hash of the entry.
    public byte[] envelopeBytes() {
        return opened(() -> head().envelope().clone());
    }

    EntryFields.CaptureFields fields() {
        return fields;
    }

    private RecordContent.Head head() throws IOException {
        RecordContent.Head known = head;
        if (known != null) return known;
        try (InputStream content = content()) {
            RecordContent.Head read = RecordContent.readHead(content, record.place());
            head = read;
            return read;
        }
    }

    private static <T> T opened(Opening<T> opening) {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Opening<T> {
        T open() throws IOException;
    }

    private InputStream content() throws IOException {
        if (!RecordOpener.isSmall(record.header())) return opener.stream(record);
        byte[] opened = whole == null ? opener.whole(record) : whole;
        whole = opened;
        return new ByteArrayInputStream(opened);
    }
}
