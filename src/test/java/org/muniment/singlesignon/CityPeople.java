package org.muniment.singlesignon;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.people.Passwords;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.singlesignon.SingleSignOnSettings.GroupRole;
import org.springframework.stereotype.Component;

/// An administrator and a counsel who set single sign-on up, and newcomers whose addresses are nobody else's.
@Component
class CityPeople {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final People people;
    private final SettingsDesk desk;
    final Actor administrator;
    final Actor counsel;

    CityPeople(People people, Passwords passwords, SettingsDesk desk) {
        this.people = people;
        this.desk = desk;
        Person ines = newcomer("Ines");
        people.giveRole(ines.id(), Role.ADMINISTRATOR);
        passwords.set(ines, "nine slow herons over the dock");
        this.administrator = actor(ines, Role.ADMINISTRATOR);
        this.counsel = actor(newcomer("Carl"), Role.COUNSEL);
    }

    /// Somebody who was added and has neither password nor second factor.
    Person newcomer(String name) {
        return people.add(name, freshAddress());
    }

    static String freshAddress() {
        return "person" + NUMBER.incrementAndGet() + "@city.example";
    }

    Actor actor(Person person, Role... roles) {
        return new Actor(person.id(), person.name(), Set.of(roles), Set.of(), "127.0.0.1");
    }

    People people() {
        return people;
    }

    Person now(Person person) {
        return people.byId(person.id()).orElseThrow();
    }

    /// Set by the administrator and confirmed by counsel.
    void useDirectory(String issuer, GroupRole... groups) {
        desk.save(administrator, settings(issuer, groups), Optional.of(new ClientSecret("a secret of this test")));
        desk.standing().filter(saved -> !saved.isInForce()).forEach(saved -> desk.confirm(counsel, saved.version()));
    }

    void turnDirectoryOff() {
        desk.turnOff(administrator);
    }

    static SingleSignOnSettings settings(String issuer, GroupRole... groups) {
        return new SingleSignOnSettings(
                issuer,
                CityDirectory.CLIENT,
                "https://archive.city.example",
                "groups",
                List.of(groups),
                Set.of("mfa"),
                Set.of(),
                false);
    }
}
