package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.Ledger.Kept;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogVerifier;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.ProofIsInvalid;
import org.muniment.merklelog.TlogProof;

/// Holds an archive to what was said of it.
record Oracle(Ledger ledger) {
    private static final List<IntegrityCheck.Level> LEVELS =
            List.of(IntegrityCheck.Level.QUICK, IntegrityCheck.Level.SCRUB, IntegrityCheck.Level.FULL);

    /// All that must be true of an archive that was opened on a disk without faults.
    void judge(Archive archive) throws IOException {
        assertThat(archive.readOnlyReason()).as("why it is read-only").isEmpty();
        assertThat(archive.size()).as("entries").isGreaterThanOrEqualTo(ledger.size());
        judgeEntries(archive);
        judgeCheckpoints(archive);
        ledger.roots().judge(archive);
    }

    /// The same of one that was signed to its end.
    void judgeWhole(Archive archive) throws IOException {
        judge(archive);
        long signed = archive.checkpoint().map(Checkpoint::size).orElse(0L);
        assertThat(signed).as("entries signed").isEqualTo(archive.size());
        for (var message : ledger.messages()) judgeProof(archive, message.getKey(), message.getValue());
        for (var level : LEVELS)
            assertThat(archive.check(level, Progress.UNSEEN).findings())
                    .as("findings of " + level)
                    .isEmpty();
    }

    /// No number is left out, and each that was given out holds what was acknowledged under it.
    private void judgeEntries(Archive archive) throws IOException {
        long number = 0;
        try (var entries = archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                assertThat(entry.get().accession().index()).as("next entry").isEqualTo(number);
                Kept promised = ledger.kept().get(number);
                if (promised != null) judge(archive, promised, entry.get());
                number++;
            }
        }
        assertThat(number).as("entries read").isEqualTo(archive.size());
    }

    private static void judge(Archive archive, Kept promised, LogEntry entry) throws IOException {
        String number = "accession " + entry.accession();
        switch (promised) {
            case Kept.Message message -> {
                assertThat(entry).as(number).isInstanceOf(LogEntry.Capture.class);
                ArchivedMessage found = ((LogEntry.Capture) entry).message();
                assertThat(raw(found)).as(number).isEqualTo(message.raw());
                assertThat(found.envelope()).as(number).isEqualTo(message.envelope());
            }
            case Kept.Repetition repetition -> {
                assertThat(entry).as(number).isInstanceOf(LogEntry.Duplicate.class);
                assertThat(((LogEntry.Duplicate) entry).original().index())
                        .as(number)
                        .isEqualTo(repetition.original());
                assertThat(raw(archive.message(new AccessionNumber(repetition.original()))))
                        .as(number)
                        .isEqualTo(repetition.raw());
            }
            case Kept.Event event -> {
                assertThat(entry).as(number).isInstanceOf(LogEntry.Lifecycle.class);
                assertThat(((LogEntry.Lifecycle) entry).event()).as(number).isEqualTo(event.event());
            }
        }
    }

    /// The log only ever grew: each checkpoint anybody saw is the beginning of what is signed now.
    private void judgeCheckpoints(Archive archive) throws IOException {
        Optional<Checkpoint> now = archive.checkpoint();
        for (Checkpoint before : ledger.shown()) {
            assertThat(now).as("a checkpoint").isPresent();
            assertThat(now.get().size()).as("signed size").isGreaterThanOrEqualTo(before.size());
            try {
                LogVerifier.verify(
                        archive.log().consistency(before.size(), now.get().size()),
                        before.root(),
                        now.get().root());
            } catch (ProofIsInvalid fork) {
                throw new AssertionError("the checkpoint of size " + before.size() + " that was shown", fork);
            }
        }
        now.ifPresent(ledger::saw);
    }

    /// What a stranger with the public key can be shown of one message.
    private static void judgeProof(Archive archive, long number, Kept.Message promised) throws IOException {
        Checkpoint checkpoint = archive.checkpoint().orElseThrow();
        ArchivedMessage message = archive.message(new AccessionNumber(number));
        NoteVerifier key = archive.log().verifier();
        try {
            var proof = new TlogProof(archive.log().prove(number, checkpoint.size()), checkpoint);
            LogVerifier.verify(proof, message.entryText(), key);
        } catch (ProofIsInvalid e) {
            throw new AssertionError("the proof of accession " + number, e);
        }
        var content = Primitives.sha256();
        content.update(message.salt());
        String hash = HexFormat.of().formatHex(content.digest(promised.raw()));
        assertThat(new String(message.entryText(), StandardCharsets.UTF_8)).contains("content sha256-salted " + hash);
    }

    /// What is read may be refused, but it is never other bytes.
    void judgeReading(Archive archive, long number, byte[] promised) {
        byte[] found;
        try {
            found = raw(archive.message(new AccessionNumber(number)));
        } catch (IOException | RuntimeException refused) {
            return;
        }
        assertThat(found).as("accession " + number + " as it was served").isEqualTo(promised);
    }

    /// After a bit turned over on the disk: it is found, or it was in nothing that is relied on.
    void judgeRotten(Archive archive) throws IOException {
        for (var message : ledger.messages())
            judgeReading(archive, message.getKey(), message.getValue().raw());
        archive.publish();
        List<String> findings =
                archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).findings();
        if (findings.isEmpty()) judgeWhole(archive);
    }

    private static byte[] raw(ArchivedMessage message) throws IOException {
        try (InputStream from = message.open()) {
            return from.readAllBytes();
        }
    }
}
