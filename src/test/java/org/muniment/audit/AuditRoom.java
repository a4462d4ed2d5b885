package org.muniment.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Purpose;
import org.muniment.access.Role;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchiveSettings;
import org.muniment.workflow.WorkflowDatabase;

/// An audit trail in a test's folder.
final class AuditRoom implements AutoCloseable {
    static final Actor OLGA =
            new Actor(new PersonId(7), "Olga Ríos", Set.of(Role.RECORDS_OFFICER), Set.of(), "10.0.0.7");
    static final Actor ADAM = new Actor(new PersonId(9), "Adam Auer", Set.of(Role.AUDITOR), Set.of(), "10.0.0.9");
    static final Purpose REQUEST = new Purpose(Purpose.Kind.RECORDS_REQUEST, "2026-014");

    final Path folder;
    final WorkflowDatabase workflow;
    final Alarms alarms;
    final AuditTrail trail;

    private AuditRoom(Path folder) {
        this.folder = folder;
        this.workflow = WorkflowDatabase.in(folder.resolve("workflow"));
        this.alarms = Alarms.in(workflow, InstantSource.system());
        ArchiveSettings settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        this.trail = AuditTrail.in(folder.resolve("audit"), settings, workflow, alarms, InstantSource.system());
    }

    static AuditRoom in(Path folder) {
        return new AuditRoom(folder);
    }

    static AuditEntry entry(Act act, Actor actor, String what, long... messages) {
        List<AccessionNumber> numbers =
                Arrays.stream(messages).mapToObj(AccessionNumber::new).toList();
        return new AuditEntry(act, actor, Optional.of(REQUEST), what, numbers);
    }

    List<AuditLine> lines(AuditFilter filter) {
        return trail.rows().before(Long.MAX_VALUE, filter, 100);
    }

    @Override
    public void close() throws IOException {
        trail.close();
        alarms.close();
        workflow.close();
    }
}
