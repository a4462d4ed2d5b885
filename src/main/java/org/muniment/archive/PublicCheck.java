package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.muniment.merklelog.LogCheck;
import org.muniment.merklelog.NoteVerifier;

/// This is the check that needs no passphrase and no secret key: for an auditor on a copy, and for
/// a scrub of an archive nobody has open. It reads public text only, changes nothing, and takes a
/// copy of a whole data folder, or of the log alone.
public final class PublicCheck {
    /// Stands where a row of the key table has its key: nothing here is opened.
    private static final WrappedKey NO_KEY = new WrappedKey(new byte[WrappedKey.SIZE_BYTES]);

    private static final String BACKUP = "BACKUP";

    private final Path folder;
    private final Optional<NoteVerifier> key;
    private final Progress progress;
    private final Findings findings = new Findings();
    private final List<String> remarks = new ArrayList<>();

    private PublicCheck(Path folder, Optional<NoteVerifier> key, Progress progress) {
        this.folder = folder;
        this.key = key;
        this.progress = progress;
    }

    /// Checks what a third party can. `folder` is a data folder or the folder of a log, that with `checkpoint`.
    public static IntegrityReport withKey(Path folder, NoteVerifier key, Progress progress) throws IOException {
        return new PublicCheck(folder, Optional.of(key), progress).run(IntegrityCheck.Level.THIRD_PARTY);
    }

    /// Checks a data folder without any key at all: signatures are not looked at.
    public static IntegrityReport withoutKey(Path folder, Progress progress) throws IOException {
        return new PublicCheck(folder, Optional.empty(), progress).run(IntegrityCheck.Level.SCRUB);
    }

    private IntegrityReport run(IntegrityCheck.Level level) throws IOException {
        if (key.isEmpty()) withoutKey();
        List<Found> segments = segments();
        long checked = segments.isEmpty() ? logAlone() : store(segments);
        remarks.add(
                segments.isEmpty()
                        ? "There are no segments here: the log was compared with itself and with its signatures."
                        : IntegrityCheck.NOTHING_WAS_DECRYPTED);
        return new IntegrityReport(level, checked, findings.all(), remarks);
    }

    /// The files that hold keys are looked at as bytes under a checksum; what is in them stays closed.
    private void withoutKey() {
        remarks.add("No key was used: who signed the checkpoints was not looked at.");
        var layout = new StoreLayout(folder);
        if (isBackup(layout)) remarks.add("This is a backup: it has no keystore, as it must be.");
        else checkKeystore(layout);
        findings.of(() -> KeyTable.read(layout.keyTable()));
        findings.of(() -> {
            if (Files.exists(layout.secrets())) StoreSecrets.read(layout);
            if (TokenMarker.isIn(layout)) TokenMarker.read(layout);
        });
    }

    /// The signed note of a backup lies beside `store`, or for the audit trail one folder above.
    private boolean isBackup(StoreLayout layout) {
        return !Files.exists(layout.keystore())
                && (Files.exists(folder.resolve(BACKUP)) || Files.exists(folder.resolveSibling(BACKUP)));
    }

    private void checkKeystore(StoreLayout layout) {
        findings.of(() -> {
            if (!StoreIdentity.sha256(Files.readAllBytes(layout.keystore()))
                    .equals(StoreIdentity.read(layout).keystoreSha256()))
                findings.add(layout.keystore() + " is not the keystore of this store, or damaged");
        });
    }

    private record Found(SegmentHeader header, KeyTable.Row row) {}

    /// The segments by what they say of themselves: a copy for an auditor has no key table.
    private List<Found> segments() throws IOException {
        Path all = new StoreLayout(folder).segments();
        if (!Files.isDirectory(all)) return List.of();
        List<Found> found = new ArrayList<>();
        Map<Path, String> unusable = new TreeMap<>();
        try (Stream<Path> files = Files.walk(all)) {
            for (Path file : files.filter(it -> it.toString().endsWith(StoreLayout.SEGMENT_SUFFIX))
                    .sorted()
                    .toList()) {
                try {
                    found.add(found(file));
                } catch (IOException damage) {
                    unusable.put(file, String.valueOf(damage.getMessage()));
                }
            }
        }
        found.sort(Comparator.comparingLong(it -> it.row.segmentId()));
        unusable.forEach((file, damage) -> {
            if (isPassedOver(file, found)) remarks.add(file + " was never begun: no segment names it.");
            else findings.add(damage);
        });
        return found;
    }

    /// A full disk may leave the beginning of a segment. Then the next one names the one before it.
    private static boolean isPassedOver(Path file, List<Found> found) {
        String name = String.valueOf(file.getFileName());
        OptionalLong id = StoreLayout.segmentId(name);
        return id.isPresent()
                && found.stream().anyMatch(it -> it.row.segmentId() > id.getAsLong())
                && found.stream().noneMatch(it -> it.header.previous().segmentId() == id.getAsLong());
    }

    private static Found found(Path file) throws IOException {
        SegmentHeader header = Recovery.header(file);
        return new Found(
                header,
                new KeyTable.Row(
                        header.segmentId(),
                        header.createdMicros(),
                        header.firstAccession(),
                        header.keyVersion(),
                        NO_KEY,
                        KeyTable.NO_SURVIVORS));
    }

    private long store(List<Found> segments) throws IOException {
        SegmentHeader last = segments.getLast().header;
        var layout = new StoreLayout(folder);
        String origin = key.map(NoteVerifier::name).orElse(last.origin());
        var store = new PublicStore(layout, last.storeId(), origin);
        List<KeyTable.Row> rows = segments.stream().map(Found::row).toList();
        long size = size(store, rows.getLast());
        try (LogFeed log = LogFeed.begin(() -> logCheck(layout.log(origin), origin), findings::add, progress, size)) {
            new SegmentsCheck(store, rows, size, BodyCheck.CHECKSUM_ONLY, findings).run(log);
            return log.checked();
        }
    }

    /// No table says how many records the last segment has: as many as there are before its first fault.
    private long size(PublicStore store, KeyTable.Row last) throws IOException {
        SegmentTail tail = SegmentTail.read(store.segment(last), last.firstAccession());
        if (tail.state() == SegmentTail.State.CORRUPT) findings.add(tail.damage());
        return last.firstAccession() + tail.offsets().count();
    }

    private Optional<LogCheck> logCheck(Path log, String origin) throws IOException {
        return Optional.of(LogCheck.of(log, origin, key));
    }

    private long logAlone() {
        long[] checked = {0};
        findings.of(() -> {
            String origin = key.map(NoteVerifier::name).orElseThrow(() -> new NoLogToCheck(folder));
            try (LogCheck log = LogCheck.of(logIn(folder, origin), origin, key)) {
                while (checked[0] < log.size()) {
                    checkName(log.nextOwn(), origin, checked[0]);
                    progress.reached(++checked[0], log.size());
                }
                log.findings().forEach(findings::add);
            }
        });
        return checked[0];
    }

    /// Returns the folder of a log, that with `checkpoint`: this one, or the one in this data folder. Throws
    /// [NoLogToCheck].
    public static Path logIn(Path folder, String origin) {
        if (Files.exists(folder.resolve("checkpoint"))) return folder;
        Path log = new StoreLayout(folder).log(origin);
        if (Files.isDirectory(log)) return log;
        throw new NoLogToCheck(folder);
    }

    /// An entry says whose log it is in and under which number; only the root of the tree stands for both.
    private void checkName(byte[] entry, String origin, long number) {
        List<String> lines =
                new String(entry, StandardCharsets.UTF_8).lines().limit(2).toList();
        boolean isHere = lines.size() == 2
                && lines.getFirst().endsWith("/entry/v1")
                && StoreId.isSame(lines.getFirst().replaceFirst("/entry/v1$", ""), origin)
                && lines.getLast().endsWith(" " + number);
        if (!isHere) findings.add("entry " + number + " of the log names another log or number");
    }
}
