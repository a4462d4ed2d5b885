package org.muniment.singlesignon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.singlesignon.SingleSignOnSettings.GroupRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

/// How the settings come into force.
@SpringBootTest(classes = ServedForTests.class)
class DirectorySettingsTest {
    private static final String SECRET = "the-secret-of-the-city";

    private final SettingsDesk desk;
    private final SingleSignOnSettingsController controller;
    private final CityPeople city;
    private final JsonMapper json;

    DirectorySettingsTest(
            @Autowired SettingsDesk desk,
            @Autowired SingleSignOnSettingsController controller,
            @Autowired CityPeople city,
            @Autowired JsonMapper json) {
        this.desk = desk;
        this.controller = controller;
        this.city = city;
        this.json = json;
    }

    @BeforeEach
    void nothingYet() {
        desk.turnOff(city.administrator);
    }

    @Test
    void nothingIsInForceUntilCounselConfirmsAndWhatStoodStandsMeanwhile() {
        save("https://one.example", SECRET);
        assertThat(desk.isOffered()).isFalse();
        confirm();
        assertThat(desk.isOffered()).isTrue();
        save("https://two.example", "another");
        assertThat(inForce()).isEqualTo("https://one.example");
        confirm();
        assertThat(inForce()).isEqualTo("https://two.example");
        save("https://three.example", "another");
        desk.decline(city.counsel, waiting().version());
        assertThat(inForce()).isEqualTo("https://two.example");
        desk.turnOff(city.administrator);
        assertThat(desk.isOffered()).isFalse();
    }

    @Test
    void aChangedGroupWaitsForCounselToo() {
        save("https://one.example", SECRET);
        confirm();
        desk.save(
                city.administrator,
                CityPeople.settings("https://one.example", new GroupRole("Law", Role.COUNSEL)),
                Optional.empty());
        assertThat(waiting().settings().groups()).hasSize(1);
        assertThat(desk.standing().findFirst().orElseThrow().settings().groups())
                .isEmpty();
    }

    @Test
    void onlyCounselConfirmsAndNotTheirOwn() {
        save("https://one.example", SECRET);
        long version = waiting().version();
        assertThatThrownBy(() -> desk.confirm(city.administrator, version)).isInstanceOf(AnotherPersonConfirms.class);
        // Whoever saved it has changed roles since.
        Actor both = new Actor(city.administrator.person(), "Ines", Set.of(Role.COUNSEL), Set.of(), "127.0.0.1");
        assertThatThrownBy(() -> desk.confirm(both, version)).isInstanceOf(AnotherPersonConfirms.class);
        assertThatThrownBy(() -> desk.confirm(city.counsel, version + 1)).isInstanceOf(SettingsAreNotWaiting.class);
        confirm();
        assertThatThrownBy(() -> desk.confirm(city.counsel, version)).isInstanceOf(SettingsAreNotWaiting.class);
    }

    @Test
    void theArchiveIsNeverLeftToTheDirectoryAlone() {
        save("https://one.example", SECRET);
        confirm();
        save("https://two.example", SECRET);
        city.people().disable(city.administrator.person());
        try {
            assertThatThrownBy(() -> desk.turnOff(city.administrator))
                    .hasMessageContaining("No administrator could sign in any more");
            assertThatThrownBy(this::confirm).hasMessageContaining("No administrator could sign in any more");
            assertThat(inForce()).isEqualTo("https://one.example");
        } finally {
            city.people().enable(city.administrator.person());
        }
        confirm();
        assertThat(inForce()).isEqualTo("https://two.example");
    }

    @Test
    void aSecretIsToldToNobodyButTheIssuerItWasGivenFor() {
        save("https://one.example", SECRET);
        confirm();
        assertThatThrownBy(() ->
                        desk.save(city.administrator, CityPeople.settings("https://evil.example"), Optional.empty()))
                .isInstanceOf(SettingIsNotUsable.class)
                .hasMessageContaining("Write the client secret");
    }

    @Test
    void aNewSecretAloneWaitsForNobodyAndIsNeverShown() {
        save("https://one.example", SECRET);
        confirm();
        save("https://one.example", "fresh-secret");
        SavedSettings now = desk.standing().findFirst().orElseThrow();
        assertThat(now.isInForce()).isTrue();
        assertThat(now.secret().text()).isEqualTo("fresh-secret");
        assertThat(desk.standing()).hasSize(1);
        assertThat(json.writeValueAsString(controller.standing(city.administrator)) + now)
                .contains("https://one.example")
                .doesNotContain("fresh-secret");
    }

    @Test
    void whatIsNotEncryptedOrMoreThanAnAddressIsRefused() {
        for (String issuer : new String[] {
            "http://login.city.example",
            "ftp://login.city.example",
            "https://",
            "login.city.example",
            "https://user@login.city.example",
            "https://login.city.example?tenant=1",
            "https://login.city.example#x",
            "file:///etc/passwd",
            ""
        }) assertThatThrownBy(() -> CityPeople.settings(issuer)).as(issuer).isInstanceOf(SettingIsNotUsable.class);
    }

    @Test
    void aTrialSaysWhatIsRightAndWhatIsWrong() throws Exception {
        try (CityDirectory directory = new CityDirectory()) {
            save(directory.issuer(), SECRET);
            assertThat(controller.trial(city.administrator).findings())
                    .hasSizeGreaterThan(3)
                    .noneMatch(finding -> finding.kind() == Trial.Kind.WRONG);
        }
        assertThat(controller.trial(city.administrator).findings())
                .singleElement()
                .matches(finding -> finding.kind() == Trial.Kind.WRONG);
        try (ForgingDirectory directory = new ForgingDirectory()) {
            save(directory.issuer(), SECRET);
            directory.says("/keys", "{\"keys\": []}");
            assertThat(controller.trial(city.administrator).findings())
                    .anyMatch(finding -> finding.sentence().contains("publishes no key"))
                    .anyMatch(finding -> finding.sentence().contains("takes the client id and the secret"));
        }
    }

    private void save(String issuer, String secret) {
        desk.save(city.administrator, CityPeople.settings(issuer), Optional.of(new ClientSecret(secret)));
    }

    private void confirm() {
        desk.confirm(city.counsel, waiting().version());
    }

    private SavedSettings waiting() {
        return desk.standing().filter(saved -> !saved.isInForce()).findFirst().orElseThrow();
    }

    private String inForce() {
        return desk.standing()
                .filter(SavedSettings::isInForce)
                .map(saved -> saved.settings().issuer())
                .findFirst()
                .orElseThrow();
    }
}
