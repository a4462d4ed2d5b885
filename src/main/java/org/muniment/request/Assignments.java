package org.muniment.request;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is who works on which request: its officer, the reviewers who may see it, the contacts in
/// departments.
@Component
public final class Assignments {
    private static final int REVIEWERS_MAX = 50;
    private static final int CONTACTS_MAX = 50;

    private final RecordsRequests requests;
    private final RequestTable work;
    private final RequestPersonTable table;
    private final ContactTable contacts;
    private final People people;
    private final Chronicle chronicle;
    private final InstantSource clock;

    Assignments(
            WorkflowDatabase database,
            RecordsRequests requests,
            People people,
            Chronicle chronicle,
            InstantSource clock) {
        this.requests = requests;
        this.work = RequestTable.in(database);
        this.table = new RequestPersonTable(database);
        this.contacts = new ContactTable(database);
        this.people = people;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /// Those who may be named on a request, by name: whoever is not disabled and has a role in its work.
    List<Person> namable() {
        return people.all().stream()
                .filter(person -> !person.isDisabled())
                .filter(person -> person.roles().stream().anyMatch(role -> role.readsMail() || role == Role.APPROVER))
                .toList();
    }

    /// Returns somebody who may be named; throws [IntakeIsIncomplete].
    AssignedPerson named(long person) {
        return namable().stream()
                .filter(one -> one.id().number() == person)
                .findFirst()
                .map(one -> new AssignedPerson(one.id(), one.name()))
                .orElseThrow(() -> new IntakeIsIncomplete(
                        "This person has no role in answering requests any more. Choose somebody else."));
    }

    /// Gives the request to another officer.
    void giveTo(RequestId id, long officer, Actor by) {
        RecordsRequest request = requests.require(id, by);
        AssignedPerson who = with(officer, Role.RECORDS_OFFICER, "is no records officer");
        work.done(() -> {
            request.officer().ifPresent(before -> end(id, RequestPersonTable.Part.OFFICER, before.person()));
            table.assign(id, RequestPersonTable.Part.OFFICER, who, by, clock.instant());
            chronicle.tell(request, by, "people", "Given to " + who.name() + ".", "was given to " + who.name());
            return who;
        });
    }

    /// Says who reviews: only these of the reviewers see the request.
    public void assignReviewers(RequestId id, Set<PersonId> wanted, Actor by) {
        if (wanted.size() > REVIEWERS_MAX) throw new IntakeIsIncomplete("Assign at most 50 reviewers.");
        RecordsRequest request = requests.require(id, by);
        Set<PersonId> before =
                request.reviewers().stream().map(AssignedPerson::person).collect(Collectors.toSet());
        List<AssignedPerson> added = wanted.stream()
                .filter(person -> !before.contains(person))
                .map(person -> with(person.number(), Role.REVIEWER, "is no reviewer"))
                .toList();
        List<AssignedPerson> removed = request.reviewers().stream()
                .filter(one -> !wanted.contains(one.person()))
                .toList();
        work.done(() -> {
            removed.forEach(one -> end(id, RequestPersonTable.Part.REVIEWER, one.person()));
            added.forEach(one -> table.assign(id, RequestPersonTable.Part.REVIEWER, one, by, clock.instant()));
            if (!added.isEmpty()) tellNames(request, by, "Assigned to review: ", added);
            if (!removed.isEmpty()) tellNames(request, by, "No longer reviewing: ", removed);
            return wanted;
        });
    }

    private void tellNames(RecordsRequest request, Actor by, String what, List<AssignedPerson> who) {
        String names = who.stream().map(AssignedPerson::name).collect(Collectors.joining(", "));
        chronicle.tell(request, by, "people", what + names + ".", what + names);
    }

    List<ContactTable.DepartmentContact> contacts(RequestId id, Actor by) {
        return contacts.of(requests.require(id, by).id());
    }

    List<ContactTable.Row> allContacts() {
        return contacts.all();
    }

    void setContacts(RequestId id, List<ContactTable.DepartmentContact> wanted, Actor by) {
        if (wanted.size() > CONTACTS_MAX) throw new IntakeIsIncomplete("Name at most 50 contacts.");
        RecordsRequest request = requests.require(id, by);
        work.done(() -> {
            contacts.replace(id, wanted, clock.instant());
            String names = wanted.stream()
                    .map(ContactTable.DepartmentContact::department)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String told = names.isEmpty() ? "No department is asked." : "Departments asked: " + names + ".";
            chronicle.tell(request, by, "people", told, "the departments asked were changed");
            return wanted;
        });
    }

    private AssignedPerson with(long person, Role role, String isNot) {
        return people.byId(new PersonId(person))
                .filter(one -> !one.isDisabled() && one.roles().contains(role))
                .map(one -> new AssignedPerson(one.id(), one.name()))
                .orElseThrow(
                        () -> new IntakeIsIncomplete("Whoever you chose " + isNot + ". Choose from the list again."));
    }

    private void end(RequestId request, RequestPersonTable.Part part, PersonId person) {
        table.end(request, part, person, clock.instant());
    }
}
