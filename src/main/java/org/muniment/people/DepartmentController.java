package org.muniment.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The departments over HTTP.
@RestController
@RequestMapping(path = "/api/departments", produces = MediaType.APPLICATION_JSON_VALUE)
class DepartmentController {
    private final WorkflowDatabase database;
    private final Departments departments;
    private final AuditTrail trail;

    DepartmentController(WorkflowDatabase database, Departments departments, AuditTrail trail) {
        this.database = database;
        this.departments = departments;
        this.trail = trail;
    }

    /// What is written on the form.
    record DepartmentForm(String name, List<String> addresses) {
        Department numbered(long id) {
            return new Department(id, name, addresses);
        }
    }

    /// A department with the people who see its mail only, or its mail and that of a few others.
    record DepartmentLine(Department department, List<Departments.Limited> limited) {}

    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR, Role.COUNSEL})
    List<DepartmentLine> all() {
        Map<Long, List<Departments.Limited>> limited = departments.limited();
        return departments.all().stream()
                .map(each -> new DepartmentLine(each, limited.getOrDefault(each.id(), List.of())))
                .toList();
    }

    @PostMapping
    @Allowed(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    Department add(@RequestBody DepartmentForm form, Actor actor) {
        return database.done(() -> {
            Department added = departments.add(form.numbered(0));
            record(actor, "Department " + added.name() + " added: " + String.join(", ", added.addresses()));
            return added;
        });
    }

    @PutMapping("/{id:\\d{1,18}}")
    @Allowed(Role.ADMINISTRATOR)
    Department change(@PathVariable long id, @RequestBody DepartmentForm form, Actor actor) {
        Department changed = form.numbered(id);
        return database.done(() -> {
            departments.change(changed);
            record(actor, "Department " + changed.name() + " changed: " + String.join(", ", changed.addresses()));
            return changed;
        });
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    @Allowed(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id, Actor actor) {
        database.done(() -> {
            Department removed = departments.remove(id);
            record(actor, "Department " + removed.name() + " removed");
            return removed;
        });
    }

    private void record(Actor actor, String what) {
        trail.record(new AuditEntry(Act.SETTINGS_CHANGED, actor, Optional.empty(), what, List.of()));
    }
}
