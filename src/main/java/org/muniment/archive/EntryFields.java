package org.muniment.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.muniment.merklelog.Hash;

/// What a log entry says in public. A record keeps these few bytes; the text that is hashed into the log is made from
/// them and from the accession number, always the same, see docs/store-format.md.
sealed interface EntryFields {
    long timeMicros();

    byte[] encoded();

    /// Returns the public text: no personal data is in it.
    byte[] text(String origin, long accession);

    /// Returns the lines of an entry, the first two of which every entry has: what it is, and when it was written.
    private static StringBuilder lines(String origin, String type, long accession, long timeMicros) {
        return line(
                line(new StringBuilder(320).append(origin).append("/entry/v1\n"), type, accession),
                "time",
                Micros.text(timeMicros));
    }

    private static StringBuilder line(StringBuilder lines, String name, Object value) {
        return lines.append(name).append(' ').append(value).append('\n');
    }

    private static StringBuilder salted(StringBuilder lines, String name, Hash hash) {
        return line(lines, name + " sha256-salted", hash.hex());
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(int fixedBytes, String source) {
        return ByteBuffer.allocate(fixedBytes + source.length());
    }

    private static String rest(ByteBuffer from) {
        byte[] source = new byte[from.remaining()];
        from.get(source);
        return new String(source, StandardCharsets.US_ASCII);
    }

    record CaptureFields(long timeMicros, String source, long sizeBytes, Hash content, Hash envelope)
            implements EntryFields {
        static final int FIXED_BYTES = 80;

        @Override
        public byte[] encoded() {
            return buffer(FIXED_BYTES, source)
                    .putLong(timeMicros)
                    .putLong(sizeBytes)
                    .put(content.bytes())
                    .put(envelope.bytes())
                    .put(source.getBytes(StandardCharsets.US_ASCII))
                    .array();
        }

        static CaptureFields read(ByteBuffer from) {
            long time = from.getLong();
            long size = from.getLong();
            Hash content = SegmentHeader.readHash(from);
            Hash envelope = SegmentHeader.readHash(from);
            return new CaptureFields(time, rest(from), size, content, envelope);
        }

        @Override
        public byte[] text(String origin, long accession) {
            var lines = lines(origin, "capture", accession, timeMicros);
            line(lines, "source", source);
            line(lines, "size", sizeBytes);
            return bytes(salted(salted(lines, "content", content), "envelope", envelope));
        }
    }

    record DuplicateFields(long timeMicros, String source, long original, Hash envelope) implements EntryFields {
        static final int FIXED_BYTES = 48;

        @Override
        public byte[] encoded() {
            return buffer(FIXED_BYTES, source)
                    .putLong(timeMicros)
                    .putLong(original)
                    .put(envelope.bytes())
                    .put(source.getBytes(StandardCharsets.US_ASCII))
                    .array();
        }

        static DuplicateFields read(ByteBuffer from) {
            long time = from.getLong();
            long original = from.getLong();
            Hash envelope = SegmentHeader.readHash(from);
            return new DuplicateFields(time, rest(from), original, envelope);
        }

        @Override
        public byte[] text(String origin, long accession) {
            var lines = lines(origin, "duplicate", accession, timeMicros);
            line(lines, "source", source);
            line(lines, "of", original);
            return bytes(salted(lines, "envelope", envelope));
        }
    }

    record LifecycleFields(long timeMicros, Hash event) implements EntryFields {
        static final int FIXED_BYTES = 40;

        @Override
        public byte[] encoded() {
            return buffer(FIXED_BYTES, "")
                    .putLong(timeMicros)
                    .put(event.bytes())
                    .array();
        }

        static LifecycleFields read(ByteBuffer from) {
            return new LifecycleFields(from.getLong(), SegmentHeader.readHash(from));
        }

        @Override
        public byte[] text(String origin, long accession) {
            return bytes(salted(lines(origin, "lifecycle", accession, timeMicros), "event", event));
        }
    }
}
