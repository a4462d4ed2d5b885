package org.muniment.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.PersonId;
import org.muniment.passkey.Ceremony.Site;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.workflow.WorkflowDatabase;

class CeremonyTest {
    private static final Site SITE = new Site("https://archive.city.example", "archive.city.example");
    private static final byte[] CHALLENGE = "a challenge of this test, 32 byte".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another challenge of this test, 3".getBytes(StandardCharsets.UTF_8);

    private final Ceremony ceremony = new Ceremony();
    private final HandmadeAuthenticator device = new HandmadeAuthenticator();
    private WorkflowDatabase database;
    private Passkeys passkeys;
    private PersonId ana;

    @TempDir
    private Path folder;

    CeremonyTest() throws Exception {}

    @BeforeEach
    void open() {
        database = WorkflowDatabase.in(folder);
        People people = new People(database, InstantSource.system());
        Person person = people.add("Ana Rivera", "ana@city.example");
        ana = person.id();
        passkeys = new Passkeys(database, people, InstantSource.system());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDeviceThatWasRegisteredSignsItsPersonIn() throws Exception {
        passkeys.add(registered());
        device.signCount = 2;
        Ceremony.Answer answer = ceremony.answered(device.answer(CHALLENGE), SITE, CHALLENGE, passkeys);
        assertThat(answer.passkey().person()).isEqualTo(ana);
        assertThat(answer.signCount()).isEqualTo(2);
        passkeys.used(answer.passkey(), answer.signCount(), answer.isBackedUp());
        assertThat(passkeys.of(ana)).singleElement().satisfies(key -> {
            assertThat(key.label()).isEqualTo("Desk");
            assertThat(key.signCount()).isEqualTo(2);
            assertThat(key.lastUsedAt()).isPresent();
        });
    }

    @Test
    void aDeviceThatDidNotVerifyItsHolderIsNotTwoFactorsAndIsRefused() throws Exception {
        passkeys.add(registered());
        device.flags = HandmadeAuthenticator.USER_PRESENT;
        refused(device.answer(CHALLENGE));
        assertThatThrownBy(this::registered).isInstanceOf(PasskeyIsRefused.class);
    }

    @Test
    void anAnswerToAnotherChallengeIsRefused() throws Exception {
        passkeys.add(registered());
        device.signCount = 2;
        refused(device.answer(OTHER));
    }

    @Test
    void anAnswerGivenToAnotherSiteIsRefused() throws Exception {
        passkeys.add(registered());
        device.signCount = 2;
        device.origin = "https://archive.city.example.evil.example";
        refused(device.answer(CHALLENGE));
        device.origin = SITE.origin();
        device.site = "evil.example";
        refused(device.answer(CHALLENGE));
    }

    @Test
    void aCopyOfADeviceIsRefusedByItsCounter() throws Exception {
        device.signCount = 7;
        passkeys.add(registered());
        refused(device.answer(CHALLENGE));
        device.signCount = 3;
        refused(device.answer(CHALLENGE));
    }

    @Test
    void anotherDeviceThatClaimsTheSameCredentialIsRefused() throws Exception {
        passkeys.add(registered());
        HandmadeAuthenticator thief = new HandmadeAuthenticator();
        thief.credential = device.credential;
        thief.signCount = 9;
        refused(thief.answer(CHALLENGE));
    }

    @Test
    void anUnknownDeviceAndNonsenseAreRefused() throws Exception {
        refused(device.answer(CHALLENGE));
        refused("{}");
        refused("not even JSON");
        refused("{\"id\": \"AA\", \"rawId\": \"AA\", \"type\": \"public-key\", \"response\": {}}");
    }

    @Test
    void aRemovedPasskeyIsWorthNothingAndNobodyRemovesAnothers() throws Exception {
        passkeys.add(registered());
        assertThat(passkeys.remove(new PersonId(ana.number() + 1), device.credential))
                .isFalse();
        assertThat(passkeys.remove(ana, device.credential)).isTrue();
        device.signCount = 2;
        refused(device.answer(CHALLENGE));
    }

    private Passkey registered() throws Exception {
        return ceremony.registered(device.registration(CHALLENGE), SITE, CHALLENGE, ana, "Desk", Instant.EPOCH);
    }

    private void refused(String json) {
        assertThatThrownBy(() -> ceremony.answered(json, SITE, CHALLENGE, passkeys))
                .isInstanceOf(PasskeyIsRefused.class);
    }
}
