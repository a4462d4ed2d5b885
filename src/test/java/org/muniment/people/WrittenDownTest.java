package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.people.TokenScope.ADMIN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.audit.AuditCannotBeWritten;

/// What cannot be written down is not done, and what is done is written down.
class WrittenDownTest {
    private @TempDir Path folder;
    private PeopleRoom room;
    private Actor adam;

    @BeforeEach
    void open() {
        room = new PeopleRoom(folder);
        adam = room.actor(room.adam);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aDepartmentThatCannotBeWrittenDownIsNotMade() throws Exception {
        DepartmentController departments = new DepartmentController(room.database, room.departments, room.trail);
        var parks = new DepartmentController.DepartmentForm("Parks", List.of("parks@city.example"));
        refuseEntries();
        assertThatThrownBy(() -> departments.add(parks, adam)).isInstanceOf(AuditCannotBeWritten.class);
        assertThat(room.departments.all()).isEmpty();
    }

    @Test
    void aPolicyThatCannotBeWrittenDownIsNotInForce() throws Exception {
        PolicyController policies =
                new PolicyController(room.database, room.policies, room.duties, room.trail, room::now);
        var form = new PolicyController.PolicyForm("Use is monitored.", "Be careful.");
        refuseEntries();
        assertThatThrownBy(() -> policies.publish(form, adam)).isInstanceOf(AuditCannotBeWritten.class);
        assertThat(room.policies.current()).isEmpty();
    }

    @Test
    void aTokenThatCannotBeWrittenDownIsNotMade() throws Exception {
        var form = new MyTokenController.TokenForm(Optional.empty(), "report", Set.of(ADMIN), room.today());
        refuseEntries();
        assertThatThrownBy(() -> room.myTokens.make(form, adam)).isInstanceOf(AuditCannotBeWritten.class);
        assertThat(room.myTokens.mine(adam)).isEmpty();
    }

    @Test
    void takingAWrittenRequestAwayIsAnEntry() throws Exception {
        Account olga = room.person("Olga Officer");
        byte[] content = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);
        long id = room.administration.attach(adam, olga, WrittenRequest.of("request.pdf", content));
        PeopleDesk desk = new PeopleDesk(
                room.accounts,
                room.grants,
                room.roles,
                room.departments,
                room.requests,
                room.policies,
                room.tokens,
                room.links,
                room::now,
                PeopleRoom.ZONE);
        new AccessRequestController(room.accounts, room.administration, room.requests, desk, room.trail)
                .download(olga.id().number(), id, adam);
        assertThat(room.audited().getLast())
                .isEqualTo("WRITTEN_REQUEST_TAKEN Took “request.pdf” from the file of Olga Officer"
                        + " <olga.officer@city.example>");
    }

    private void refuseEntries() throws Exception {
        Files.writeString(folder.resolve("audit"), "A file lies where the trail's folder should be.");
    }
}
