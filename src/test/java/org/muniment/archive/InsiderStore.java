package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.anchor.AnchorIsRefused;
import org.muniment.anchor.Anchors;
import org.muniment.archive.InsiderAttack.Check;
import org.muniment.merklelog.NoteIsMalformed;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.SignedNote;

/// A small store that is attacked in copies; an older copy of it; and what others keep of its log.
final class InsiderStore {
    static final int MESSAGES = 14;
    static final long BACKED_UP = 5;
    private static final int ANCHORED = 10;
    private static final String ANCHOR = "%012d-20260822T120000Z-counsel.mailed".formatted(ANCHORED);

    private final Fixture fixture;
    private final Path folder;
    final Path backup;
    private final byte[] keptElsewhere;
    private final NoteVerifier key;
    final byte[] report;
    private int copies;

    InsiderStore(Path folder) throws IOException {
        this.folder = folder;
        this.fixture = new Fixture(folder.resolve("original"));
        this.backup = folder.resolve("backup");
        var usual = fixture.settings;
        fixture.settings = new ArchiveSettings(
                        usual.passphraseFile(),
                        6 << 10,
                        Duration.ofHours(24),
                        64 << 20,
                        0,
                        Duration.ofDays(1),
                        usual.random())
                .withPassphraseFile(folder.resolve("original/secret/passphrase"));
        try (var _ = new CheapKeystores()) {
            keep(0, BACKED_UP);
        }
        Fixture.copy(fixture.data(), backup);
        keep(BACKED_UP, ANCHORED);
        try (var archive = fixture.open()) {
            byte[] checkpoint = archive.checkpoint().orElseThrow().bytes();
            archive.anchors().keep(Map.of(ANCHOR, checkpoint));
            String hash = HexFormat.of().formatHex(Primitives.sha256().digest(checkpoint));
            archive.record(new LifecycleEvent(
                    "anchored",
                    "{\"kind\":\"MAILED\",\"by\":\"counsel\",\"at\":\"2026-08-22T12:00:00Z\",\"size\":%d,\"files\":{\"%s\":\"%s\"}}"
                            .formatted(ANCHORED, ANCHOR, hash)));
        }
        keep(ANCHORED, MESSAGES);
        try (var archive = fixture.open()) {
            keptElsewhere = archive.checkpoint().orElseThrow().bytes();
            key = archive.log().verifier();
            report = archive.sign("{\"ok\":false,\"findings\":[\"segment 1 is missing\"]}\n")
                    .bytes();
        }
    }

    private void keep(long from, long to) throws IOException {
        try (var archive = fixture.open()) {
            for (long i = from; i < to; i++) {
                Fixture.keep(archive, Fixture.file(), raw(i));
                archive.publish();
            }
        }
    }

    /// All of one size, compressed too.
    static byte[] raw(long number) {
        byte[] raw = new byte[300];
        new SplittableRandom(number).nextBytes(raw);
        return raw;
    }

    Insider attacked() throws IOException {
        Path copy = folder.resolve("attacked-" + copies++);
        Fixture.copy(fixture.data(), copy);
        fixture.alarms.standing().stream().map(Alarm::kind).forEach(fixture.alarms::settle);
        return new Insider(copy, fixture.settings, fixture.alarms);
    }

    Path scratch() {
        return folder.resolve("scratch-" + copies++);
    }

    Path anchor(Insider insider) throws IOException {
        return insider.log().resolve("anchors").resolve(ANCHOR);
    }

    Path reportOf(Insider insider) {
        return insider.folder.resolve("report.note");
    }

    /// Everything a check says of a copy.
    List<String> said(Check check, Insider insider) throws IOException {
        return switch (check) {
            case OPENING -> opening(insider);
            case QUICK -> findings(insider, IntegrityCheck.Level.QUICK);
            case SCRUB -> findings(insider, IntegrityCheck.Level.SCRUB);
            case FULL -> findings(insider, IntegrityCheck.Level.FULL);
            case NEXT_FULL -> {
                if (!findings(insider, IntegrityCheck.Level.FULL).isEmpty()) throw new AssertionError("found at once");
                yield findings(insider, IntegrityCheck.Level.FULL);
            }
            case THIRD_PARTY ->
                PublicCheck.withKey(insider.folder, key, Progress.UNSEEN).findings();
            case ANCHORS ->
                withArchive(insider, archive -> anchors(insider, archive).checkFully());
            case ALARM -> {
                List<String> _ = opening(insider);
                yield fixture.alarms.standing().stream()
                        .filter(alarm -> alarm.kind() == AlarmKind.CLOCK_JUMPED)
                        .map(Alarm::sentence)
                        .toList();
            }
            case VERIFY_NOTE -> verifyNote(reportOf(insider));
            case OUTSIDE -> withArchive(insider, archive -> compare(insider, archive));
        };
    }

    private interface Question {
        List<String> of(Archive archive) throws IOException;
    }

    private static List<String> withArchive(Insider insider, Question question) throws IOException {
        try (Archive archive = insider.open()) {
            return question.of(archive);
        } catch (IOException refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    private static List<String> opening(Insider insider) throws IOException {
        return withArchive(insider, archive -> archive.readOnlyReason().stream().toList());
    }

    private static List<String> findings(Insider insider, IntegrityCheck.Level level) throws IOException {
        return withArchive(
                insider, archive -> archive.check(level, Progress.UNSEEN).findings());
    }

    private static Anchors anchors(Insider insider, Archive archive) {
        return new Anchors(insider.folder, archive, insider.now::get);
    }

    private List<String> compare(Insider insider, Archive archive) throws IOException {
        List<String> said = new ArrayList<>();
        try {
            var _ = anchors(insider, archive).compare(keptElsewhere);
        } catch (AnchorIsRefused refused) {
            said.add(refused.getMessage());
        }
        return said;
    }

    private List<String> verifyNote(Path file) throws IOException {
        try {
            SignedNote.parse(Files.readAllBytes(file)).verify(key);
            return List.of();
        } catch (ProofIsInvalid | NoteIsMalformed refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    void close() {
        fixture.close();
    }
}
