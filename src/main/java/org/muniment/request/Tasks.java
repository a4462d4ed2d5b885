package org.muniment.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is the list of what has to be done for requests; while anything on it is open, the request is
/// not closed.
@Component
final class Tasks implements ClosingObstacle {
    private static final int WHAT_LENGTH_MAX = 500;
    private static final int TASKS_MAX = 200;

    private final RecordsRequests requests;
    private final RequestTable work;
    private final TaskTable table;
    private final Chronicle chronicle;
    private final InstantSource clock;

    Tasks(WorkflowDatabase database, RecordsRequests requests, Chronicle chronicle, InstantSource clock) {
        this.requests = requests;
        this.work = RequestTable.in(database);
        this.table = new TaskTable(database);
        this.chronicle = chronicle;
        this.clock = clock;
    }

    List<TaskTable.Task> of(RequestId request, Actor by) {
        return table.of(requests.require(request, by).id());
    }

    List<TaskTable.Task> open() {
        return table.open();
    }

    void add(RequestId id, String what, Optional<AssignedPerson> who, Optional<LocalDate> dueOn, Actor by) {
        String kept = Written.required("what is to be done", what, WHAT_LENGTH_MAX);
        RecordsRequest request = requests.require(id, by);
        if (table.of(id).size() >= TASKS_MAX)
            throw new IntakeIsIncomplete("A request has at most 200 tasks. Write a note instead.");
        work.done(() -> {
            table.add(id, kept, who, dueOn, by, clock.instant());
            String told =
                    "Task: " + kept + who.map(one -> ", for " + one.name()).orElse("")
                            + dueOn.map(day -> ", due " + day).orElse("");
            chronicle.tell(request, by, "task", told, "a task was added");
            return kept;
        });
    }

    void done(RequestId id, long task, Actor by) {
        RecordsRequest request = requests.require(id, by);
        TaskTable.Task known = task(id, task);
        work.done(() -> {
            table.done(task, by, clock.instant());
            chronicle.tell(request, by, "task", "Done: " + known.what(), "a task was done");
            return known;
        });
    }

    void notDone(RequestId id, long task, Actor by) {
        RecordsRequest request = requests.require(id, by);
        TaskTable.Task known = task(id, task);
        work.done(() -> {
            table.notDone(task);
            chronicle.tell(request, by, "task", "Not done after all: " + known.what(), "a task was opened again");
            return known;
        });
    }

    private TaskTable.Task task(RequestId request, long task) {
        return table.of(request).stream()
                .filter(one -> one.id() == task)
                .findFirst()
                .orElseThrow(() -> new IntakeIsIncomplete("This task is not on the request. Load the page again."));
    }

    @Override
    public List<String> standingInTheWay(RequestId request) {
        return table.of(request).stream()
                .filter(task -> task.doneAt().isEmpty())
                .map(task -> "The task “" + task.what() + "” is open. Do it, and mark it as done.")
                .toList();
    }
}
