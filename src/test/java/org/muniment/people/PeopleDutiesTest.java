package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Role;

class PeopleDutiesTest {
    private PeopleRoom room;
    private Actor adam;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new PeopleRoom(folder);
        adam = room.actor(room.adam);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void anInvitationIsOpenUntilItIsUsedAndItsLinkUntilItEnds() {
        Administration.Invited invited = room.invite("Olga Officer");
        PeopleDuties.Waiting open = room.duties.open().withoutPassword().getFirst();
        assertThat(open.name()).isEqualTo("Olga Officer");
        assertThat(open.linkExpiresAt()).contains(invited.link().expiresAt());
        room.pass(OneTimeLinks.LIFE);
        assertThat(room.duties.open().withoutPassword().getFirst().linkExpiresAt())
                .isEmpty();
        room.invitations.accept(
                room.administration.inviteAgain(adam, invited.person()).secret(), PeopleRoom.PASSWORD, "10.0.0.9");
        assertThat(room.duties.open().withoutPassword()).isEmpty();
    }

    @Test
    void whoReadsMailOrIsToHasAWrittenRequestOnFile() {
        Account olga = room.person("Olga Officer", Role.RECORDS_OFFICER);
        Account rita = room.invite("Rita Reviewer", Role.REVIEWER).person();
        room.person("Abel Auditor", Role.AUDITOR);
        assertThat(names(room.duties.open().withoutWrittenRequest())).containsExactly("Olga Officer", "Rita Reviewer");
        byte[] paper = "I certify the need.".getBytes(StandardCharsets.UTF_8);
        room.administration.attach(adam, olga, WrittenRequest.of("request.txt", paper));
        assertThat(names(room.duties.open().withoutWrittenRequest())).containsExactly("Rita Reviewer");
        room.administration.disable(adam, rita);
        assertThat(room.duties.open().withoutWrittenRequest()).isEmpty();
    }

    @Test
    void aLastDayIsDueThirtyDaysBeforeAndGoneWithThePerson() {
        Account olga = room.person("Olga Officer");
        room.administration.leaves(adam, olga, room.today().plusDays(30));
        assertThat(room.duties.open().leaving()).isEmpty();
        room.administration.leaves(adam, olga, room.today().plusDays(29));
        assertThat(room.duties.open().leaving().getFirst().leavesOn())
                .contains(room.today().plusDays(29));
        room.administration.leaves(adam, olga, room.today());
        assertThat(room.duties.open().leaving()).isEmpty();
    }

    @Test
    void whoHasNotReadTheVersionInForceIsNamed() {
        room.person("Olga Officer", Role.RECORDS_OFFICER);
        assertThat(room.duties.readings()).noneMatch(PeopleDuties.Reading::due);
        room.policies.publish("Use is monitored.", "Be careful.", adam.person(), room.now());
        room.policies.acknowledge(adam.person(), 1, room.now());
        assertThat(room.duties.readings())
                .extracting(PeopleDuties.Reading::name, PeopleDuties.Reading::due)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Adam Auer", false),
                        org.assertj.core.groups.Tuple.tuple("Olga Officer", true));
        room.policies.publish("Use is monitored.", "Be more careful.", adam.person(), room.now());
        PeopleDuties.Open open = room.duties.open();
        assertThat(open.policyVersion()).isEqualTo(Optional.of(2));
        assertThat(open.policyUnread()).isEqualTo(2);
        assertThat(room.duties.readings().getFirst().last()).contains(new Policies.Acknowledged(1, room.now()));
    }

    @Test
    void aDepartmentNamesWhoIsLimitedToIt() {
        Department police = room.departments.add(new Department(0, "Police", List.of("police.city.example")));
        Account olga = room.person("Olga Officer");
        assertThat(room.departments.limited()).isEmpty();
        room.administration.limit(adam, olga, Set.of(police.id()));
        assertThat(room.departments.limited().get(police.id()))
                .containsExactly(new Departments.Limited(olga.id().number(), "Olga Officer"));
    }

    private static List<String> names(List<PeopleDuties.Waiting> people) {
        return people.stream().map(PeopleDuties.Waiting::name).toList();
    }
}
