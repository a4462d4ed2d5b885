import { useState } from 'react';
import { asked, client } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { useCalendarAct, weekdays, type CalendarView, type OfficeView } from './calendar';
import { OfficeFields } from './OfficeFields';

/** These are the city's offices, each with the days it works. */
export function Offices({ calendar }: { calendar: CalendarView }) {
  return (
    <section className="panel" aria-labelledby="offices">
      <h2 id="offices">Offices</h2>
      <p>
        A weekday on which an office does not work is no working day of that office. Where the law leaves open
        whether it counts, the stricter date is shown beside.
      </p>
      {calendar.offices.length === 0 ? <p>There are none yet: the statute’s own days count.</p> : null}
      <ul className="calendar-list">
        {calendar.offices.map((one) => (
          <li key={one.id}>
            <OneOffice one={one} calendar={calendar} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Add an office</summary>
        <OfficeFields calendar={calendar} />
      </details>
    </section>
  );
}

function OneOffice({ one, calendar }: { one: OfficeView; calendar: CalendarView }) {
  const [isOpen, setIsOpen] = useState(false);
  const remove = useCalendarAct(() =>
    asked<CalendarView>(
      client.DELETE('/api/settings/calendar/offices/{id}', { params: { path: { id: one.id } } }),
    ),
  );
  const { name, days = [], opens, closes, cutOff } = one.office;
  const works = weekdays.filter(([key]) => days.includes(key)).map(([, word]) => word);
  return (
    <>
      <h3>{name}</h3>
      <p>
        {works.length === 0
          ? 'Works on the statute’s days.'
          : `Works ${works.join(', ')}, ${short(opens)} to ${short(closes)}.`}
        {cutOff === undefined
          ? ''
          : ` What arrives after ${short(cutOff)} counts as received on its next day.`}
      </p>
      <Refused trouble={remove.error} />
      <p className="acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          Change {name}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={remove.isPending}
          onClick={() => {
            remove.mutate(undefined);
          }}
        >
          Remove {name}
        </button>
      </p>
      {isOpen ? (
        <OfficeFields
          calendar={calendar}
          office={one}
          onDone={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

const short = (time: string | undefined) => (time ?? '').slice(0, 5);
