package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.people.TokenScope.ADMIN;
import static org.muniment.people.TokenScope.READ_MAIL;
import static org.muniment.people.TokenScope.READ_SEARCH;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Role;

class PersonalTokensTest {
    private PeopleRoom room;
    private Account olga;

    @BeforeEach
    void open(@TempDir Path folder) {
        room = new PeopleRoom(folder);
        olga = room.person("Olga Officer", Role.RECORDS_OFFICER, Role.APPROVER);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aTokenIsShownOnceAndKeptAsAHash() throws Exception {
        var made = make(olga, 30, READ_SEARCH);
        assertThat(made.secret()).startsWith("mun_").hasSize(4 + 27); // 160 bits
        byte[] kept = room.database
                .sql()
                .sql("SELECT secret_hash FROM personal_token")
                .query(byte[].class)
                .single();
        assertThat(kept).isEqualTo(new Secret(made.secret()).hash());
        assertThat(room.audited())
                .containsExactly("TOKEN_MADE Token “report” made for read:search until "
                        + room.today().plusDays(30));
    }

    @Test
    void aTokenDoesNoMoreThanItsScopesAndItsPersonNow() {
        assertThat(rolesBy(make(olga, 1, READ_SEARCH))).containsExactly(Role.RECORDS_OFFICER);
        var admin = make(olga, 1, ADMIN);
        assertThat(rolesBy(admin)).containsExactly(Role.APPROVER);
        var both = make(olga, 1, READ_MAIL, ADMIN);
        room.roles.revoke(room.actor(room.adam), olga, Role.RECORDS_OFFICER);
        assertThat(rolesBy(both)).containsExactly(Role.APPROVER);
        assertThatThrownBy(() -> make(olga, 1, READ_MAIL)).isInstanceOf(ScopeIsNotYours.class);
        assertThatThrownBy(() -> make(room.adam, 1, READ_SEARCH)).isInstanceOf(ScopeIsNotYours.class);
    }

    @Test
    void aRoleThatAGroupOfTheDirectoryGaveDoesNotComeWithAToken() {
        Account peter = room.person("Peter Park", Role.APPROVER);
        Grant asked = room.grants.ask(peter.id(), Role.RECORDS_OFFICER, room.adam.id(), room.now());
        room.grants.decide(asked, Grant.Decision.GIVEN_BY_GROUP, olga.id(), room.now());
        room.accounts.giveRole(peter.id(), Role.RECORDS_OFFICER);
        assertThat(room.actor(peter).roles()).contains(Role.RECORDS_OFFICER);
        assertThatThrownBy(() -> make(peter, 1, READ_MAIL)).isInstanceOf(ScopeIsNotYours.class);
        Secret older = Secret.fresh(PersonalToken.PREFIX, 160);
        var form = make(olga, 1, READ_MAIL, ADMIN).token();
        room.tokens.add(peter.id(), form, older);
        assertThat(room.tokenSignIn.signIn(older.text(), "10.0.0.9").actor().roles())
                .containsExactly(Role.APPROVER);
    }

    @Test
    void aTokenEndsWithinAYear() {
        var made = make(olga, 2, READ_SEARCH);
        assertThatThrownBy(() -> make(olga, 366, READ_SEARCH)).isInstanceOf(EntryIsWrong.class);
        assertThatThrownBy(() -> make(olga, -1, READ_SEARCH)).isInstanceOf(EntryIsWrong.class);
        room.pass(Duration.ofDays(2));
        assertThat(rolesBy(made)).isNotEmpty();
        room.pass(Duration.ofDays(1));
        assertThatThrownBy(() -> rolesBy(made)).isInstanceOf(TokenDoesNotWork.class);
    }

    @Test
    void aTokenStopsWhenItIsRevokedOrItsPersonMayNotSignIn() throws Exception {
        var first = make(olga, 2, READ_SEARCH);
        var second = make(olga, 2, READ_SEARCH);
        room.myTokens.revoke(first.token().id(), room.actor(olga));
        assertThatThrownBy(() -> rolesBy(first)).isInstanceOf(TokenDoesNotWork.class);
        assertThat(rolesBy(second)).isNotEmpty();
        room.administration.disable(room.actor(room.adam), olga);
        assertThatThrownBy(() -> rolesBy(second)).isInstanceOf(TokenDoesNotWork.class);
        assertThat(room.audited().getLast()).isEqualTo("SIGN_IN_FAILED Token “report” refused");
        assertThatThrownBy(() -> room.tokenSignIn.signIn("mun_guessed", "10.0.0.9"))
                .isInstanceOf(TokenDoesNotWork.class);
    }

    @Test
    void aResetRevokesAllTokens() {
        var made = make(olga, 2, ADMIN);
        room.administration.reset(room.actor(room.adam), olga);
        assertThatThrownBy(() -> rolesBy(made)).isInstanceOf(TokenDoesNotWork.class);
        room.accounts.setPassword(room.accounts.find(olga.id()), PeopleRoom.PASSWORD);
        assertThatThrownBy(() -> rolesBy(made)).isInstanceOf(TokenDoesNotWork.class);
    }

    @Test
    void anothersTokenIsNotThere() {
        var made = make(olga, 2, READ_SEARCH);
        assertThatThrownBy(() -> room.myTokens.revoke(made.token().id(), room.actor(room.adam)))
                .isInstanceOf(NotThere.class);
        assertThat(room.myTokens.mine(room.actor(room.adam))).isEmpty();
    }

    @Test
    void aTokenWaitsUntilThePolicyIsAcknowledged() {
        var made = make(olga, 2, READ_SEARCH);
        room.policies.publish("Use is monitored.", "Be careful.", room.adam.id(), room.now());
        assertThatThrownBy(() -> rolesBy(made))
                .isInstanceOf(TokenDoesNotWork.class)
                .hasMessageContaining("acknowledge");
        room.policies.acknowledge(olga.id(), 1, room.now());
        assertThat(rolesBy(made)).isNotEmpty();
    }

    @Test
    void aUseIsNotedToTheMinute() {
        var made = make(olga, 2, READ_SEARCH);
        rolesBy(made);
        var first = room.now();
        room.pass(Duration.ofSeconds(59));
        rolesBy(made);
        assertThat(room.tokens.of(olga.id()).getFirst().lastUsedAt()).contains(first);
        room.pass(Duration.ofSeconds(1));
        rolesBy(made);
        assertThat(room.tokens.of(olga.id()).getFirst().lastUsedAt()).contains(room.now());
    }

    private MyTokenController.TokenMade make(Account person, int days, TokenScope... scopes) {
        var form = new MyTokenController.TokenForm(
                Optional.empty(), "report", Set.of(scopes), room.today().plusDays(days));
        return room.myTokens.make(form, room.actor(person));
    }

    private Set<Role> rolesBy(MyTokenController.TokenMade made) {
        return room.tokenSignIn.signIn(made.secret(), "10.0.0.9").actor().roles();
    }
}
