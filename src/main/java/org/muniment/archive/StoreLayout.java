package org.muniment.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;

/// Names every file of a store, and nothing else.
record StoreLayout(Path dataFolder) {
    static final String SEGMENT_SUFFIX = ".seg";
    static final String INDEX_SUFFIX = ".idx";
    static final String TORN_SUFFIX = ".torn";

    Path store() {
        return dataFolder.resolve("store");
    }

    Path lock() {
        return store().resolve("lock");
    }

    Path segments() {
        return store().resolve("seg");
    }

    /// The year is that of the segment's creation, in UTC.
    Path segment(long segmentId, Instant created) {
        return file(segmentId, created, SEGMENT_SUFFIX);
    }

    /// Returns the id that a segment's file name says.
    static OptionalLong segmentId(String name) {
        String digits = name.replace(SEGMENT_SUFFIX, "");
        return digits.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    Path index(long segmentId, Instant created) {
        return file(segmentId, created, INDEX_SUFFIX);
    }

    /// The bytes of an unfinished write that recovery took off the end of a segment.
    Path tornTail(long segmentId, Instant created) {
        return file(segmentId, created, TORN_SUFFIX);
    }

    Path keys() {
        return store().resolve("keys");
    }

    Path identity() {
        return keys().resolve("store");
    }

    Path keystore() {
        return keys().resolve("root.p12");
    }

    Path keyTable() {
        return keys().resolve("segments");
    }

    /// The keys of those records of one segment that outlived a destruction.
    Path survivors(int number) {
        return survivors().resolve(String.format(Locale.ROOT, "%012d", number));
    }

    Path survivors() {
        return keys().resolve("survivors");
    }

    Path secrets() {
        return keys().resolve("secrets");
    }

    /// There if the root keys are in a token.
    Path token() {
        return keys().resolve("token");
    }

    /// The serial number of that token; made anew if it is missing.
    Path tokenSerial() {
        return keys().resolve("token-serial");
    }

    /// There only while the keystore is being changed.
    Path keyChange() {
        return keys().resolve("change");
    }

    /// Where each destruction stands.
    Path destructions() {
        return keys().resolve("destructions");
    }

    Path duplicateKeys() {
        return keys().resolve("duplicates");
    }

    Path logs() {
        return store().resolve("log");
    }

    Path log(String origin) {
        return logs().resolve(origin);
    }

    Path spool() {
        return dataFolder.resolve("spool");
    }

    /// Derived: which entries of the log speak of copies of the root keys.
    Path escrows() {
        return dataFolder.resolve("escrows");
    }

    Path duplicates() {
        return dataFolder.resolve("duplicates");
    }

    private Path file(long segmentId, Instant created, String suffix) {
        String year = "%04d".formatted(created.atOffset(ZoneOffset.UTC).getYear());
        return segments().resolve(year).resolve(String.format(Locale.ROOT, "%012d%s", segmentId, suffix));
    }
}
