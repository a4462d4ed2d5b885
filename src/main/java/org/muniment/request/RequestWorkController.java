package org.muniment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The work on a request over HTTP: who works on it, what is to be done, notes, and what happened.
@RestController
@RequestMapping(path = "/api/requests", produces = MediaType.APPLICATION_JSON_VALUE)
class RequestWorkController {
    private static final int NOTE_LENGTH_MAX = 4_000;
    private static final String ONE = "/{id:[1-9]\\d{0,17}}";

    private final RecordsRequests requests;
    private final Assignments assignments;
    private final Tasks tasks;
    private final Timeline timeline;

    RequestWorkController(RecordsRequests requests, Assignments assignments, Tasks tasks, Timeline timeline) {
        this.requests = requests;
        this.assignments = assignments;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    /// Somebody who may be named on a request.
    record Colleague(long id, String name, Set<Role> roles) {}

    record OfficerForm(long person) {}

    record ReviewersForm(Set<Long> people) {}

    record ContactForm(Optional<String> department, Optional<String> name, Optional<String> email) {}

    record ContactsForm(List<ContactForm> contacts) {}

    record NoteForm(Optional<String> text) {}

    record TaskForm(Optional<String> what, Optional<Long> person, Optional<LocalDate> dueOn) {}

    record TaskView(
            long id,
            String what,
            Optional<String> who,
            Optional<LocalDate> dueOn,
            String madeBy,
            Optional<Instant> doneAt,
            Optional<String> doneBy) {
        static TaskView of(TaskTable.Task task) {
            return new TaskView(
                    task.id(),
                    task.what(),
                    task.who().map(AssignedPerson::name),
                    task.dueOn(),
                    task.madeBy(),
                    task.doneAt(),
                    task.doneBy());
        }
    }

    @GetMapping("/people")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    List<Colleague> people() {
        return assignments.namable().stream()
                .map(person -> new Colleague(person.id().number(), person.name(), new TreeSet<>(person.roles())))
                .toList();
    }

    @PutMapping(ONE + "/officer")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveTo(@PathVariable long id, @RequestBody OfficerForm form, Actor actor) {
        assignments.giveTo(new RequestId(id), form.person(), actor);
    }

    @PutMapping(ONE + "/reviewers")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assignReviewers(@PathVariable long id, @RequestBody ReviewersForm form, Actor actor) {
        Set<PersonId> wanted = form.people().stream().map(PersonId::new).collect(Collectors.toSet());
        assignments.assignReviewers(new RequestId(id), wanted, actor);
    }

    @PutMapping(ONE + "/contacts")
    @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setContacts(@PathVariable long id, @RequestBody ContactsForm form, Actor actor) {
        List<ContactTable.DepartmentContact> wanted = form.contacts().stream()
                .map(one -> new ContactTable.DepartmentContact(
                        one.department().orElse(""),
                        one.name().orElse(""),
                        one.email().orElse("")))
                .toList();
        assignments.setContacts(new RequestId(id), wanted, actor);
    }

    @GetMapping(ONE + "/timeline")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    List<Timeline.TimelineLine> timeline(@PathVariable long id, Actor actor) {
        return timeline.of(requests.require(new RequestId(id), actor).id());
    }

    @PostMapping(ONE + "/notes")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable long id, @RequestBody NoteForm form, Actor actor) {
        String text = Written.required("the note", form.text().orElse(""), NOTE_LENGTH_MAX);
        timeline.add(requests.require(new RequestId(id), actor).id(), actor, "note", text);
    }

    @GetMapping(ONE + "/tasks")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    List<TaskView> tasks(@PathVariable long id, Actor actor) {
        return tasks.of(new RequestId(id), actor).stream().map(TaskView::of).toList();
    }

    @PostMapping(ONE + "/tasks")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    @ResponseStatus(HttpStatus.CREATED)
    List<TaskView> addTask(@PathVariable long id, @RequestBody TaskForm form, Actor actor) {
        Optional<AssignedPerson> who = form.person().map(assignments::named);
        tasks.add(new RequestId(id), form.what().orElse(""), who, form.dueOn(), actor);
        return tasks(id, actor);
    }

    @PostMapping(ONE + "/tasks/{task}/done")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    List<TaskView> taskDone(@PathVariable long id, @PathVariable long task, Actor actor) {
        tasks.done(new RequestId(id), task, actor);
        return tasks(id, actor);
    }

    @PostMapping(ONE + "/tasks/{task}/undo")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    List<TaskView> taskNotDone(@PathVariable long id, @PathVariable long task, Actor actor) {
        tasks.notDone(new RequestId(id), task, actor);
        return tasks(id, actor);
    }
}
