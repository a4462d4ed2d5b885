package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.IntegrityCheck;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Progress;
import org.muniment.proof.KnownReleases;
import org.muniment.proof.ProofBundle;
import org.muniment.proof.Selection;
import org.muniment.proof.Testimony;

/// This is what an archive turns out to hold, beside what its peers were told that it holds.
///
/// @param captures how many there are
/// @param lost the acknowledged numbers that are not there, or with other bytes
/// @param findings of the full check
/// @param readOnly why it takes nothing; empty while it does
record KeptMail(long captures, List<Long> lost, List<String> findings, String readOnly) {
    private static final InstantSource CLOCK = InstantSource.system();

    KeptMail {
        lost = List.copyOf(lost);
        findings = List.copyOf(findings);
    }

    /// Opens the archive, which recovers, and compares every acknowledged message byte for byte (by its hash).
    static KeptMail in(Path data, Path passphrase, Map<Long, String> acknowledged) throws IOException {
        try (Alarms alarms = Alarms.in(data.resolve("workflow"), CLOCK);
                Archive archive = open(data, passphrase, alarms)) {
            return of(archive, acknowledged);
        }
    }

    private static Archive open(Path data, Path passphrase, Alarms alarms) throws IOException {
        return Archive.open(data, ArchiveSettings.standard().withPassphraseFile(passphrase), alarms, CLOCK);
    }

    private static KeptMail of(Archive archive, Map<Long, String> acknowledged) throws IOException {
        Set<Long> lost = new TreeSet<>(acknowledged.keySet());
        long captures = 0;
        try (var entries = archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (entry.get() instanceof LogEntry.Capture) captures++;
                long number = entry.get().accession().index();
                if (lost.contains(number) && hash(archive, entry.get()).equals(acknowledged.get(number)))
                    lost.remove(number);
            }
        }
        return new KeptMail(
                captures,
                List.copyOf(lost),
                archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).findings(),
                archive.readOnlyReason().orElse(""));
    }

    /// A repetition is the bytes of what it repeats.
    private static String hash(Archive archive, LogEntry entry) throws IOException {
        ArchivedMessage message = switch (entry) {
            case LogEntry.Capture capture -> capture.message();
            case LogEntry.Duplicate duplicate -> archive.message(duplicate.original());
            case LogEntry.Lifecycle event -> throw new AssertionError("an event was acknowledged as mail: " + event);
            case LogEntry.Destroyed gone -> throw new AssertionError("nobody destroyed anything: " + gone);
        };
        try (InputStream raw = message.open()) {
            return SmtpLedger.hash(raw.readAllBytes());
        }
    }

    /// All that was acknowledged is there, it can be proved, and the archive takes mail.
    void assertNothingIsLost(String when) {
        assertThat(lost).as("acknowledged and lost, %s", when).isEmpty();
        assertThat(findings).as("the full check, %s", when).isEmpty();
        assertThat(readOnly).as("read-only, %s", when).isEmpty();
    }

    /// Writes the proof of one message and has the script that goes with it look at it; returns what that says.
    static String proved(Path data, Path passphrase, long number, Path bundle)
            throws IOException, InterruptedException {
        try (Alarms alarms = Alarms.in(data.resolve("workflow"), CLOCK);
                Archive archive = open(data, passphrase, alarms)) {
            new ProofBundle(archive, CLOCK, Testimony.NONE)
                    .write(
                            bundle,
                            List.of(new AccessionNumber(number)),
                            new Selection("one that was acknowledged", "a test", ""),
                            KnownReleases.NOT_LOOKED_FOR);
        }
        Path script = bundle.resolve("verify.sh");
        Process process = new ProcessBuilder("bash", script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().filter(line -> line.startsWith("OK: ")).findFirst().orElse("");
    }
}
