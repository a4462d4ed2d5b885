package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;

/// A data folder as the server has it open, for tests of its backups.
final class BackedUpFolder implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-08-22T12:00:00Z");

    final Path data;
    final ArchiveSettings settings;
    final WorkflowDatabase workflow;
    final Alarms alarms;
    final Archive archive;
    final AuditTrail audit;
    Instant now = NOON;

    BackedUpFolder(Path data, Path passphrase) throws IOException {
        this.data = data;
        this.settings =
                ArchiveSettings.standard().withPassphraseFile(passphrase).withSegmentBytesMax(16 << 10);
        this.workflow = WorkflowDatabase.in(data.resolve("workflow"));
        this.alarms = Alarms.in(workflow, clock());
        this.archive = Archive.open(data, settings, alarms, clock());
        this.audit = AuditTrail.in(data.resolve("audit"), settings, workflow, alarms, clock());
    }

    InstantSource clock() {
        return () -> now;
    }

    void keep(byte[] raw) throws IOException {
        var envelope = new Envelope("import", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, now);
        try (var incoming = archive.receive(envelope)) {
            incoming.body().write(raw);
            incoming.commit().join();
        }
    }

    Backup.Made backUp(Path to) throws IOException {
        return new Backup(data, archive, audit, workflow, clock()).to(to, Progress.UNSEEN);
    }

    Restore restore(Path from) {
        return new Restore(from, data, settings, clock());
    }

    @Override
    public void close() throws IOException {
        audit.close();
        archive.close();
        alarms.close();
        workflow.close();
    }
}
