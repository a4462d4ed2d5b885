import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import type { RecordsRequest } from '../../shared/requests';
import { calendarDay, minute } from '../../shared/wording';
import { useAddTask, useColleagues, useTaskDone, useTasks, type Task } from './acts';

/** This is what has to be done for a request; while anything on it is open, the request is not closed. */
export function Tasks({ request }: { request: RecordsRequest }) {
  const { data: tasks } = useTasks(request.id);
  const mark = useTaskDone(request.id);
  return (
    <section className="request-part" aria-labelledby="tasks">
      <h2 id="tasks">Tasks</h2>
      {tasks?.length === 0 ? <p className="request-part__lead">None yet.</p> : null}
      <Refused trouble={mark.error} />
      <ul className="request-list">
        {(tasks ?? []).map((task) => (
          <li key={task.id}>
            <label className="check" htmlFor={`task-${task.id}`}>
              <input
                id={`task-${task.id}`}
                type="checkbox"
                checked={task.doneAt !== undefined}
                onChange={({ target }) => {
                  mark.mutate({ task: task.id, isDone: target.checked });
                }}
              />{' '}
              <span className={task.doneAt === undefined ? undefined : 'task--done'}>{task.what}</span>
            </label>
            <p className="request-list__facts">{factsOf(task)}</p>
          </li>
        ))}
      </ul>
      <AddTask request={request} />
    </section>
  );
}

function factsOf({ who, dueOn, madeBy, doneAt, doneBy }: Task): string {
  if (doneAt !== undefined) return `Done by ${doneBy ?? ''}, ${minute(doneAt)}`;
  const due = dueOn === undefined ? '' : `, due ${calendarDay(dueOn)}`;
  return `${who === undefined ? 'For whoever has time' : `For ${who}`}${due}, from ${madeBy}`;
}

function AddTask({ request }: { request: RecordsRequest }) {
  const [what, setWhat] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [person, setPerson] = useState('');
  const { data: colleagues } = useColleagues(request.runsIt);
  const add = useAddTask(request.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.mutate(
      {
        what,
        ...(dueOn === '' ? {} : { dueOn }),
        ...(person === '' ? {} : { person: Number(person) }),
      },
      {
        onSuccess: () => {
          setWhat('');
          setDueOn('');
        },
      },
    );
  };
  return (
    <details className="opener">
      <summary>Add a task</summary>
      <form onSubmit={submit}>
        <Refused trouble={add.error} />
        <Field label="What is to be done" required maxLength={500} value={what} onType={setWhat} />
        <div className="field-row">
          <Field label="Due on" type="date" value={dueOn} onType={setDueOn} />
          {colleagues === undefined ? null : (
            <div className="field">
              <label className="usa-label" htmlFor="task-person">
                For
              </label>
              <select
                className="usa-input"
                id="task-person"
                value={person}
                onChange={({ target }) => {
                  setPerson(target.value);
                }}
              >
                <option value="">Whoever has time</option>
                {colleagues.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          )}
        </div>
        <p className="acts">
          <button className="usa-button usa-button--outline" type="submit" disabled={add.isPending}>
            Add the task
          </button>
        </p>
      </form>
    </details>
  );
}
