package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.access.Actor;
import org.muniment.access.Role;

class RoleGivingTest {
    private PeopleRoom room;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new PeopleRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aRoleThatReadsMailWaitsForCounsel() throws Exception {
        Account carl = room.person("Carl Counsel", Role.COUNSEL);
        Account olga = room.person("Olga Officer");
        Grant asked = room.roles.ask(room.actor(room.adam), olga, Role.RECORDS_OFFICER);
        assertThat(asked.isWaiting()).isTrue();
        assertThat(room.rolesOf(olga)).isEmpty();
        Grant confirmed = room.roles.confirm(room.actor(carl), asked);
        assertThat(confirmed.decidedBy()).contains(carl.id());
        assertThat(room.rolesOf(olga)).containsExactly(Role.RECORDS_OFFICER);
        assertThat(room.audited())
                .containsExactly(
                        "ROLE_ASKED Asked to make Olga Officer <olga.officer@city.example> records officer",
                        "ROLE_GRANTED Confirmed Olga Officer <olga.officer@city.example> as records officer, asked for"
                                + " by Adam Auer");
    }

    @Test
    void aRoleThatReadsNoMailIsGivenAtOnce() {
        Account iris = room.person("Iris Inspector");
        room.roles.ask(room.actor(room.adam), iris, Role.AUDITOR);
        assertThat(room.rolesOf(iris)).containsExactly(Role.AUDITOR);
    }

    @Test
    void neitherAskerNorReceiverNorAnyOtherConfirms() {
        Account carl = room.person("Carl Counsel", Role.COUNSEL);
        Account rita = room.person("Rita Reviewer");
        Grant asked = room.roles.ask(room.actor(room.adam), rita, Role.REVIEWER);
        Grant askedByCounsel = room.roles.ask(room.actor(carl), room.person("Olga Officer"), Role.REVIEWER);
        Grant own = room.roles.ask(room.actor(room.adam), carl, Role.REVIEWER);
        for (Account other : new Account[] {room.adam, rita, room.person("Iris Inspector", Role.AUDITOR)}) {
            Actor actor = room.actor(other);
            assertThat(room.roles.mayConfirm(actor, asked)).isFalse();
            assertThatThrownBy(() -> room.roles.confirm(actor, asked)).isInstanceOf(SecondPersonNeeded.class);
        }
        for (Grant grant : new Grant[] {askedByCounsel, own}) {
            assertThat(room.roles.mayConfirm(room.actor(carl), grant)).isFalse();
            assertThatThrownBy(() -> room.roles.confirm(room.actor(carl), grant))
                    .isInstanceOf(SecondPersonNeeded.class)
                    .hasMessageContaining("Another counsel");
        }
        assertThat(room.rolesOf(rita)).isEmpty();
    }

    @Test
    void aGrantIsDecidedOnce() {
        Account carl = room.person("Carl Counsel", Role.COUNSEL);
        Account rita = room.person("Rita Reviewer");
        Grant asked = room.roles.ask(room.actor(room.adam), rita, Role.REVIEWER);
        room.roles.decline(room.actor(carl), asked);
        assertThatThrownBy(() -> room.roles.confirm(room.actor(carl), asked)).isInstanceOf(GrantIsDecided.class);
        assertThat(room.rolesOf(rita)).isEmpty();
        Grant again = room.roles.ask(room.actor(room.adam), rita, Role.REVIEWER);
        room.roles.revoke(room.actor(room.adam), rita, Role.REVIEWER);
        assertThatThrownBy(() -> room.roles.confirm(room.actor(carl), again)).isInstanceOf(GrantIsDecided.class);
        assertThat(room.rolesOf(rita)).isEmpty();
    }

    @Test
    void theFirstCounselIsConfirmedByAcceptingTheInvitation() throws Exception {
        Administration.Invited carl = room.invite("Carl Counsel", Role.COUNSEL);
        assertThat(carl.person().roles()).isEmpty();
        room.accept(carl);
        assertThat(room.rolesOf(carl.person())).containsExactly(Role.COUNSEL);
        assertThat(room.audited().getLast())
                .isEqualTo("ROLE_GRANTED Carl Counsel <carl.counsel@city.example> accepted the role of counsel, asked"
                        + " for by Adam Auer; no counsel was there to confirm it");
        Administration.Invited second = room.invite("Clara Counsel", Role.COUNSEL);
        room.accept(second);
        assertThat(room.rolesOf(second.person())).isEmpty();
    }

    @Test
    void afterTheLastCounselIsGoneTheNextOneWaitsAWeekInTheOpen() {
        Administration.Invited carl = room.invite("Carl Counsel", Role.COUNSEL);
        room.accept(carl);
        room.administration.disable(
                room.actor(room.adam), room.accounts.find(carl.person().id()));
        Administration.Invited clara = room.invite("Clara Counsel", Role.COUNSEL);
        room.accept(clara);
        assertThat(room.rolesOf(clara.person())).isEmpty();
        Grant waiting = room.waitingFor(clara.person());
        Actor herself = room.actor(clara.person());
        assertThatThrownBy(() -> room.roles.confirm(herself, waiting)).isInstanceOf(SecondPersonNeeded.class);
        assertThat(room.roles.acceptableFrom(herself.person(), waiting))
                .contains(waiting.askedAt().plus(RoleGiving.SUCCESSION_WAIT));
        assertThat(room.roles.acceptableFrom(room.adam.id(), waiting)).isEmpty();
        room.pass(RoleGiving.SUCCESSION_WAIT);
        assertThat(room.roles.mayConfirm(herself, waiting)).isTrue();
        room.roles.confirm(herself, waiting);
        assertThat(room.rolesOf(clara.person())).containsExactly(Role.COUNSEL);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR, COUNSEL",
        "RECORDS_OFFICER, ADMINISTRATOR",
        "AUDITOR, REVIEWER",
        "ADMINISTRATOR, AUDITOR"
    })
    void whoRunsOrAuditsTheArchiveReadsNoMail(Role had, Role asked) {
        Account person = room.person("Ana Rivera", had);
        assertThatThrownBy(() -> room.roles.ask(room.actor(room.adam), person, asked))
                .isInstanceOf(RolesDoNotGoTogether.class);
    }

    @Test
    void rolesThatWaitContradictToo() {
        Account person = room.person("Ana Rivera");
        room.roles.ask(room.actor(room.adam), person, Role.REVIEWER);
        assertThatThrownBy(() -> room.roles.ask(room.actor(room.adam), person, Role.ADMINISTRATOR))
                .isInstanceOf(RolesDoNotGoTogether.class);
        assertThatThrownBy(() -> room.roles.ask(room.actor(room.adam), person, Role.REVIEWER))
                .isInstanceOf(RoleIsThere.class);
    }

    @Test
    void aRoleIsRevokedAtOnceAndTheLastAdministratorsNever() {
        Account olga = room.person("Olga Officer", Role.RECORDS_OFFICER);
        room.roles.revoke(room.actor(room.adam), olga, Role.RECORDS_OFFICER);
        assertThat(room.rolesOf(olga)).isEmpty();
        assertThatThrownBy(() -> room.roles.revoke(room.actor(room.adam), olga, Role.RECORDS_OFFICER))
                .isInstanceOf(NotThere.class);
        Actor adam = room.actor(room.adam);
        assertThatThrownBy(() -> room.roles.revoke(adam, room.adam, Role.ADMINISTRATOR))
                .isInstanceOf(LastAdministrator.class);
        Administration.Invited invitedOnly = room.invite("Abel Admin", Role.ADMINISTRATOR);
        assertThatThrownBy(() -> room.roles.revoke(adam, room.adam, Role.ADMINISTRATOR))
                .isInstanceOf(LastAdministrator.class);
        room.accept(invitedOnly);
        room.roles.revoke(adam, room.adam, Role.ADMINISTRATOR);
        assertThat(room.rolesOf(room.adam)).isEmpty();
    }
}
