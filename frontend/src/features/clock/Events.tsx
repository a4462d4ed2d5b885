import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { calendarDay } from '../../shared/wording';
import { eventNames, useTakeBack, type ClockView } from './clock';

interface EventsProps {
  readonly id: number;
  readonly clock: ClockView;
  readonly mayWork: boolean;
}

/** This is what was written down, and a way to take back a mistake. */
export function Events({ id, clock, mayWork }: EventsProps) {
  if (clock.events.length === 0) return null;
  return (
    <section className="request-part" aria-labelledby="clock-events">
      <h2 id="clock-events">What happened</h2>
      <ul className="clock-events">
        {clock.events.map((event) => (
          <li key={event.id}>
            <p>
              <b>{calendarDay(event.on)}</b>: {eventNames[event.kind] ?? event.kind}
              {event.detail === undefined
                ? ''
                : ` (${event.kind === 'extend' ? `${event.detail} days` : event.detail})`}
              {event.note === '' ? '' : `. ${event.note}`}
            </p>
            <p className="clock-events__by">Written down by {event.addedBy}</p>
            {mayWork ? <TakeBack id={id} event={event.id} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeBack({ id, event }: { id: number; event: number }) {
  const [reason, setReason] = useState('');
  const takeBack = useTakeBack(id);
  const submit = (submitted: SubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault();
    takeBack.mutate({ event, reason });
  };
  return (
    <details>
      <summary>Take this back</summary>
      <form onSubmit={submit}>
        <Refused trouble={takeBack.error} />
        <Field label="Why it was a mistake" required maxLength={500} value={reason} onType={setReason} />
        <p className="acts">
          <button className="usa-button usa-button--outline" type="submit" disabled={takeBack.isPending}>
            Take it back
          </button>
        </p>
      </form>
    </details>
  );
}
