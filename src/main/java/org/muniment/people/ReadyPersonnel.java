package org.muniment.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.stereotype.Component;

/// This is what an administrator would have done in the first weeks, done at once for a demonstration: departments, the
/// policy and who has read it, written requests on file, somebody invited. All of it is in the audit trail.
@Component
public class ReadyPersonnel {
    private final Departments departments;
    private final Accounts accounts;
    private final Administration administration;
    private final Policies policies;
    private final AuditTrail trail;
    private final InstantSource clock;

    ReadyPersonnel(
            Departments departments,
            Accounts accounts,
            Administration administration,
            Policies policies,
            AuditTrail trail,
            InstantSource clock) {
        this.departments = departments;
        this.accounts = accounts;
        this.administration = administration;
        this.policies = policies;
        this.trail = trail;
        this.clock = clock;
    }

    /// Returns its number.
    public long addDepartment(Person by, String name, List<String> addresses) {
        Department added = departments.add(new Department(0, name, addresses));
        record(Act.SETTINGS_CHANGED, by, "Department " + name + " added: " + String.join(", ", added.addresses()));
        return added.id();
    }

    public void limit(Person by, Person whom, Set<Long> to) {
        administration.limit(acting(by), accounts.find(whom.id()), to);
    }

    public void publishPolicy(Person by, String notice, String text) {
        int version = policies.publish(notice, text, by.id(), clock.instant()).version();
        record(Act.SETTINGS_CHANGED, by, "Monitoring notice and policy, version " + version + ", published");
    }

    public void acknowledgePolicy(Person reader) {
        int version = policies.current().orElseThrow().version();
        policies.acknowledge(reader.id(), version, clock.instant());
        record(Act.POLICY_ACKNOWLEDGED, reader, "Acknowledged the monitoring notice and policy, version " + version);
    }

    public void fileWrittenRequest(Person by, Person of, String fileName, byte[] content) {
        administration.attach(acting(by), accounts.find(of.id()), WrittenRequest.of(fileName, content));
    }

    /// Invites somebody who has not come yet. Nobody knows the link: an administrator makes a new one.
    public void invite(Person by, String name, String email, Role role) {
        administration.invite(acting(by), name, new EmailAddress(email), Set.of(role), Set.of());
    }

    private void record(Act act, Person by, String what) {
        trail.record(new AuditEntry(act, acting(by), Optional.empty(), what, List.of()));
    }

    private static Actor acting(Person person) {
        return new Actor(person.id(), person.name(), person.roles(), Set.of(), "serve --demo");
    }
}
