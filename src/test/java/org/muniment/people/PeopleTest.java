package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Role;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.dao.DuplicateKeyException;

class PeopleTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T14:00:00Z"));

    private WorkflowDatabase database;
    private People people;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = WorkflowDatabase.in(folder);
        people = new People(database, CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAddressIsOnePersonHoweverItIsWritten() {
        assertThat(people.isEmpty()).isTrue();
        Person ana = people.add("Ana Rivera", " Ana@City.example ");
        assertThat(people.byEmail("ana@city.EXAMPLE")).contains(ana);
        assertThatThrownBy(() -> people.add("Another", "ANA@city.example")).isInstanceOf(DuplicateKeyException.class);
        assertThat(people.all()).containsExactly(ana);
    }

    @Test
    void theCitysDomainsAreThoseOfItsDepartmentsAndOfWhoeverHasAnAccount() {
        Departments departments = new Departments(database);
        assertThat(departments.domains()).isEmpty();
        departments.add(new Department(0, "Police", List.of("police.city.example", "chief@Safety.example")));
        people.add("Ana Rivera", "Ana@City.example");
        assertThat(departments.domains()).containsExactly("city.example", "police.city.example", "safety.example");
    }

    @Test
    void rolesHoldFromGivingToTaking() {
        Person ana = people.add("Ana Rivera", "ana@city.example");
        people.giveRole(ana.id(), Role.COUNSEL);
        people.giveRole(ana.id(), Role.COUNSEL);
        people.giveRole(ana.id(), Role.AUDITOR);
        assertThat(people.byId(ana.id()).orElseThrow().roles()).containsExactlyInAnyOrder(Role.COUNSEL, Role.AUDITOR);
        people.takeRole(ana.id(), Role.COUNSEL);
        assertThat(people.byId(ana.id()).orElseThrow().roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void whoIsDisabledHasNoSessionLeft() {
        Person ana = people.add("Ana Rivera", "ana@city.example");
        int before = people.sessionEpoch(ana.id());
        people.disable(ana.id());
        assertThat(people.byId(ana.id()).orElseThrow().isDisabled()).isTrue();
        assertThat(people.sessionEpoch(ana.id())).isNotEqualTo(before);
        people.enable(ana.id());
        assertThat(people.byId(ana.id()).orElseThrow().isDisabled()).isFalse();
    }
}
