package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Role;

class AdministrationTest {
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
    void anInvitationWorksOnceForSevenDaysAndOnlyTheNewest() {
        Administration.Invited invited = room.invite("Olga Officer");
        assertThat(invited.link().secret().text()).hasSize(22); // 128 bits
        assertThat(room.invitations.look(invited.link().secret()).name()).isEqualTo("Olga Officer");
        OneTimeLinks.Made newer = room.administration.inviteAgain(adam, invited.person());
        assertThatThrownBy(() -> room.accept(invited)).isInstanceOf(LinkDoesNotWork.class);
        room.pass(OneTimeLinks.LIFE.minusSeconds(1));
        room.invitations.accept(newer.secret(), PeopleRoom.PASSWORD, "10.0.0.9");
        assertThatThrownBy(() -> room.invitations.accept(newer.secret(), PeopleRoom.PASSWORD, "10.0.0.9"))
                .isInstanceOf(LinkDoesNotWork.class);
        Administration.Invited late = room.invite("Rita Reviewer");
        room.pass(OneTimeLinks.LIFE);
        assertThatThrownBy(() -> room.accept(late)).isInstanceOf(LinkDoesNotWork.class);
        assertThatThrownBy(() -> room.invitations.look(new Secret("guessed"))).isInstanceOf(LinkDoesNotWork.class);
    }

    @Test
    void onlyHashesOfLinksAreKept() {
        Administration.Invited invited = room.invite("Olga Officer");
        byte[] hash = room.database
                .sql()
                .sql("SELECT secret_hash FROM one_time_link")
                .query(byte[].class)
                .single();
        assertThat(hash).isEqualTo(invited.link().secret().hash());
        assertThat(HexFormat.of().formatHex(hash))
                .doesNotContain(invited.link().secret().text());
        assertThat(invited.link().toString())
                .doesNotContain(invited.link().secret().text());
    }

    @Test
    void anAddressIsInvitedOnceAndIsAnAddress() {
        room.invite("Olga Officer");
        assertThatThrownBy(() -> room.invite("olga officer")).isInstanceOf(AddressIsTaken.class);
        for (String wrong :
                new String[] {"", "olga", "olga@city", "a@b.example, c@d.example", "a b@c.example", "a@b..c"})
            assertThatThrownBy(() -> new EmailAddress(wrong)).as(wrong).isInstanceOf(EntryIsWrong.class);
    }

    @Test
    void anInvitationThatCannotBeDoneWholeIsNotDone() {
        assertThatThrownBy(() -> room.invite("Ana Rivera", Role.ADMINISTRATOR, Role.COUNSEL))
                .isInstanceOf(RolesDoNotGoTogether.class);
        assertThat(room.people.byEmail("ana.rivera@city.example")).isEmpty();
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndBackWithTheSameRoles() {
        Account olga = room.person("Olga Officer", Role.RECORDS_OFFICER);
        int epoch = room.people.sessionEpoch(olga.id());
        room.administration.disable(adam, olga);
        assertThat(room.accounts.find(olga.id()).canSignIn()).isFalse();
        assertThat(room.people.sessionEpoch(olga.id())).isGreaterThan(epoch);
        room.administration.enable(adam, olga);
        assertThat(room.accounts.find(olga.id()).canSignIn()).isTrue();
        assertThat(room.rolesOf(olga)).containsExactly(Role.RECORDS_OFFICER);
    }

    @Test
    void anInvitationOfSomebodyDisabledDoesNothing() {
        Administration.Invited invited = room.invite("Olga Officer");
        room.administration.disable(adam, invited.person());
        assertThatThrownBy(() -> room.accept(invited)).isInstanceOf(LinkDoesNotWork.class);
        Account disabled = room.accounts.find(invited.person().id());
        assertThatThrownBy(() -> room.administration.inviteAgain(adam, disabled))
                .isInstanceOf(PersonNeedsNoInvitation.class);
    }

    @Test
    void theLastAdministratorCannotBeShutOutInAnyWay() {
        assertThatThrownBy(() -> room.administration.disable(adam, room.adam)).isInstanceOf(LastAdministrator.class);
        assertThatThrownBy(() -> room.administration.leaves(adam, room.adam, room.today()))
                .isInstanceOf(LastAdministrator.class);
        assertThatThrownBy(() -> room.administration.reset(adam, room.adam)).isInstanceOf(OwnAccountIsNotReset.class);
        Account abel = room.person("Abel Admin", Role.ADMINISTRATOR);
        room.administration.leaves(adam, abel, room.today().plusDays(30));
        assertThatThrownBy(() -> room.administration.disable(adam, room.adam)).isInstanceOf(LastAdministrator.class);
    }

    @Test
    void twoAdministratorsNeverShutEachOtherOutAtOnce() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                Account abel = room.person("Abel Admin " + round, Role.ADMINISTRATOR);
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> one = both.submit(() -> {
                    together.await();
                    room.administration.disable(adam, abel);
                    return abel;
                });
                Future<?> other = both.submit(() -> {
                    together.await();
                    room.roles.revoke(room.actor(abel), room.adam, Role.ADMINISTRATOR);
                    return abel;
                });
                assertThat(Stream.of(one, other).filter(AdministrationTest::isRefused))
                        .as("refused in round " + round)
                        .hasSize(1);
                assertThat(room.accounts.standingAdministrators()).hasSize(1);
                room.accounts.giveRole(room.adam.id(), Role.ADMINISTRATOR);
                room.accounts.takeRole(abel.id(), Role.ADMINISTRATOR);
            }
        }
    }

    private static boolean isRefused(Future<?> done) {
        try {
            done.get();
            return false;
        } catch (ExecutionException refused) {
            assertThat(refused.getCause()).isInstanceOf(LastAdministrator.class);
            return true;
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    @Test
    void aResetTakesAwayEverythingToSignInWithAndSuspendsReading() throws Exception {
        Account carl = room.person("Carl Counsel", Role.COUNSEL);
        Account olga = room.person("Olga Officer", Role.RECORDS_OFFICER, Role.APPROVER);
        int epoch = room.people.sessionEpoch(olga.id());
        OneTimeLinks.Made link = room.administration.reset(adam, olga);
        assertThat(room.accounts.find(olga.id()).hasPassword()).isFalse();
        assertThat(room.accounts.find(olga.id()).hasSecondFactor()).isFalse();
        assertThat(room.people.sessionEpoch(olga.id())).isGreaterThan(epoch);
        room.invitations.accept(link.secret(), "another long enough password", "10.0.0.9");
        assertThat(room.rolesOf(olga)).containsExactly(Role.APPROVER);
        room.roles.confirm(room.actor(carl), room.waitingFor(olga));
        assertThat(room.rolesOf(olga)).containsExactlyInAnyOrder(Role.APPROVER, Role.RECORDS_OFFICER);
        assertThat(room.audited())
                .anyMatch(line -> line.startsWith("ACCOUNT_CHANGED Reset the password and the second factor of Olga"));
    }

    @Test
    void whoLeavesIsShutOutFromThatDayInTheCitysZone() throws Exception {
        Account olga = room.person("Olga Officer", Role.RECORDS_OFFICER);
        room.administration.leaves(adam, olga, room.today().plusDays(1));
        assertThat(room.administration.leaversGone(PeopleRoom.operator())).isEmpty();
        room.pass(Duration.ofHours(14)); // 23:00 in New York, already tomorrow in UTC
        assertThat(room.administration.leaversGone(PeopleRoom.operator())).isEmpty();
        assertThat(room.accounts.find(olga.id()).canSignIn()).isTrue();
        room.pass(Duration.ofHours(1));
        assertThat(room.administration.leaversGone(PeopleRoom.operator())).hasSize(1);
        assertThat(room.accounts.find(olga.id()).state(room.today())).isEqualTo(Account.State.LEFT);
        assertThat(room.administration.leaversGone(PeopleRoom.operator())).isEmpty();
        assertThat(room.audited().getLast()).contains("who left on 2026-11-24");
        room.administration.enable(adam, room.accounts.find(olga.id()));
        assertThat(room.accounts.find(olga.id()).state(room.today())).isEqualTo(Account.State.ACTIVE);
    }

    @Test
    void whoHasLeftAlreadyIsShutOutAtOnce() {
        Account olga = room.person("Olga Officer");
        room.administration.leaves(adam, olga, room.today().minusDays(3));
        assertThat(room.accounts.find(olga.id()).canSignIn()).isFalse();
        assertThat(room.accounts.find(olga.id()).state(room.today())).isEqualTo(Account.State.LEFT);
    }

    @Test
    void aPersonIsLimitedToDepartmentsAndADepartmentInUseStays() {
        Department police = room.departments.add(new Department(0, "Police", java.util.List.of("police.city.example")));
        Account olga = room.person("Olga Officer");
        room.administration.limit(adam, olga, Set.of(police.id()));
        assertThat(room.actor(olga).departments()).containsExactly(police.id());
        assertThatThrownBy(() -> room.departments.remove(police.id())).isInstanceOf(PeopleAreLimitedToDepartment.class);
        assertThatThrownBy(() -> room.administration.limit(adam, olga, Set.of(police.id(), 99L)))
                .isInstanceOf(NotThere.class);
        assertThat(room.departments.of(olga.id())).containsExactly(police.id());
        room.administration.limit(adam, olga, Set.of());
        assertThat(room.departments.remove(police.id()).name()).isEqualTo("Police");
    }

    @Test
    void aWrittenRequestIsKeptAsItCame() {
        Account olga = room.person("Olga Officer");
        byte[] pdf = "%PDF-1.7\nscan".getBytes(StandardCharsets.US_ASCII);
        long id = room.administration.attach(adam, olga, WrittenRequest.of("../../request.PDF", pdf));
        WrittenRequest read = room.requests.read(olga.id(), id);
        assertThat(read.fileName()).isEqualTo("request.pdf");
        assertThat(read.content()).isEqualTo(pdf);
        assertThat(room.requests.of(olga.id()).getFirst().addedBy()).isEqualTo(room.adam.id());
        assertThatThrownBy(() -> room.requests.read(room.adam.id(), id)).isInstanceOf(NotThere.class);
    }

    @Test
    void onlyPdfAndTextOfAtMostTenMegabytesAreTaken() {
        assertThat(WrittenRequest.of("a\u202Egnp.exe", "Chère Ana".getBytes(StandardCharsets.UTF_8))
                        .fileName())
                .isEqualTo("a_gnp.exe.txt");
        byte[] large = new byte[WrittenRequest.SIZE_BYTES_MAX + 1];
        Arrays.fill(large, (byte) 'a');
        assertThat(WrittenRequest.of(".txt", Arrays.copyOf(large, large.length - 1))
                        .fileName())
                .isEqualTo("written-request.txt");
        for (byte[] wrong : new byte[][] {new byte[0], large, {'M', 'Z', 0}, {(byte) 0x89, 'P', 'N', 'G'}})
            assertThatThrownBy(() -> WrittenRequest.of("x.pdf", wrong)).isInstanceOf(EntryIsWrong.class);
    }

    @Test
    void aNewVersionOfThePolicyIsDueForEverybody() {
        assertThat(room.policies.isDue(room.adam.id())).isFalse();
        room.policies.publish("Use is monitored (C.G.S. 31-48d).", "Be careful.", room.adam.id(), room.now());
        assertThat(room.policies.isDue(room.adam.id())).isTrue();
        room.policies.acknowledge(room.adam.id(), 1, room.now());
        room.policies.acknowledge(room.adam.id(), 1, room.now());
        assertThat(room.policies.isDue(room.adam.id())).isFalse();
        room.policies.publish("Use is monitored (C.G.S. 31-48d).", "Be more careful.", room.adam.id(), room.now());
        assertThat(room.policies.isDue(room.adam.id())).isTrue();
        assertThatThrownBy(() -> room.policies.acknowledge(room.adam.id(), 1, room.now()))
                .isInstanceOf(PolicyHasChanged.class);
        assertThat(room.policies.acknowledgedBy(room.adam.id()))
                .containsExactly(new Policies.Acknowledged(1, room.now()));
    }
}
