import { useId, useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { calendarDay } from '../../shared/wording';
import { useCalendarAct, type CalendarView, type ClosureForm } from './calendar';

/** These are the days on which the city or an office was closed, or will be. */
export function Closures({ calendar }: { calendar: CalendarView }) {
  const remove = useCalendarAct((id: number) =>
    asked<CalendarView>(client.DELETE('/api/settings/calendar/closures/{id}', { params: { path: { id } } })),
  );
  const nameOf = (id: number | undefined) =>
    id === undefined
      ? 'the whole city'
      : (calendar.offices.find((one) => one.id === id)?.office.name ?? 'an office that was removed');
  return (
    <section className="panel" aria-labelledby="closures">
      <h2 id="closures">Closed days</h2>
      <Refused trouble={remove.error} />
      {calendar.closures.length === 0 ? <p>None beside the holidays of the law.</p> : null}
      <ul className="calendar-list">
        {calendar.closures.map(({ id, closure, addedBy }) => (
          <li key={id}>
            <p>
              <b>{closure.on === undefined ? '' : calendarDay(closure.on)}</b>, {nameOf(closure.office)}:{' '}
              {closure.reason} ({closure.cause === 'UNEXPECTED' ? 'unexpected' : 'planned'}, {addedBy})
            </p>
            <button
              type="button"
              className="usa-button usa-button--outline"
              aria-label={`Take it back: ${closure.on ?? ''}`}
              disabled={remove.isPending}
              onClick={() => {
                remove.mutate(id);
              }}
            >
              Take it back
            </button>
          </li>
        ))}
      </ul>
      <AddClosure calendar={calendar} />
    </section>
  );
}

function AddClosure({ calendar }: { calendar: CalendarView }) {
  const id = useId();
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const [office, setOffice] = useState('');
  const [isUnexpected, setIsUnexpected] = useState(false);
  const close = useCalendarAct((body: ClosureForm) =>
    asked<CalendarView>(client.POST('/api/settings/calendar/closures', { body })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    close.mutate(
      {
        on,
        reason,
        cause: isUnexpected ? 'UNEXPECTED' : 'PLANNED',
        ...(office === '' ? {} : { office: Number(office) }),
      },
      {
        onSuccess: () => {
          setOn('');
          setReason('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label="Add a closed day">
      <Refused trouble={close.error} />
      <div className="fees__columns">
        <Field label="Day" type="date" required value={on} onType={setOn} />
        <Field label="Why" required maxLength={120} value={reason} onType={setReason} />
        <div className="field">
          <label className="usa-label" htmlFor={id}>
            Where
          </label>
          <select
            className="usa-input"
            id={id}
            value={office}
            onChange={({ target }) => {
              setOffice(target.value);
            }}
          >
            <option value="">The whole city</option>
            {calendar.offices.map((one) => (
              <option key={one.id} value={one.id}>
                {one.office.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={isUnexpected}
          onChange={({ target }) => {
            setIsUnexpected(target.checked);
          }}
        />
        It was unexpected, such as a storm
      </label>
      <p className="acts">
        <button className="usa-button" type="submit" disabled={close.isPending}>
          Add the closed day
        </button>
      </p>
    </form>
  );
}
