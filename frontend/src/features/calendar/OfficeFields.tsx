import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import {
  useCalendarAct,
  weekdays,
  type CalendarView,
  type OfficeForm,
  type OfficeView,
  type Weekday,
} from './calendar';

interface OfficeFieldsProps {
  readonly calendar: CalendarView;
  /** Absent for a new one. */
  readonly office?: OfficeView;
  readonly onDone?: () => void;
}

/** This is the form of one office. */
export function OfficeFields({ calendar, office, onDone }: OfficeFieldsProps) {
  const kept = office?.office;
  const [name, setName] = useState(kept?.name ?? '');
  const [days, setDays] = useState<readonly Weekday[]>(kept?.days ?? []);
  const [opens, setOpens] = useState(kept?.opens?.slice(0, 5) ?? '');
  const [closes, setCloses] = useState(kept?.closes?.slice(0, 5) ?? '');
  const [cutOff, setCutOff] = useState(kept?.cutOff?.slice(0, 5) ?? '');
  const [keeps, setKeeps] = useState<readonly string[]>(kept?.keeps ?? []);
  const keep = useCalendarAct((body: OfficeForm) =>
    asked<CalendarView>(
      office === undefined
        ? client.POST('/api/settings/calendar/offices', { body })
        : client.PUT('/api/settings/calendar/offices/{id}', { params: { path: { id: office.id } }, body }),
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep.mutate(
      {
        name,
        days: [...days],
        keeps: [...keeps],
        ...(opens === '' ? {} : { opens }),
        ...(closes === '' ? {} : { closes }),
        ...(cutOff === '' ? {} : { cutOff }),
        ...(kept?.area === undefined ? {} : { area: kept.area }),
      },
      {
        onSuccess: () => {
          if (office === undefined) setName('');
          onDone?.();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label={office === undefined ? 'New office' : `Office ${kept?.name ?? ''}`}>
      <Refused trouble={keep.error} />
      <Field label="Name" required maxLength={80} value={name} onType={setName} />
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">Days it works (none: the statute’s days)</legend>
        <div className="calendar-week">
          {weekdays.map(([key, word]) => (
            <Tick key={key} name={word} value={key} chosen={days} onChoose={setDays} />
          ))}
        </div>
      </fieldset>
      <div className="fees__columns">
        <Field label="Opens" type="time" required={days.length > 0} value={opens} onType={setOpens} />
        <Field label="Closes" type="time" required={days.length > 0} value={closes} onType={setCloses} />
        <Field
          label="Cut-off (optional)"
          hint="The city’s own rule: what arrives later counts as received on the next day."
          type="time"
          value={cutOff}
          onType={setCutOff}
        />
      </div>
      {calendar.byChoice.length === 0 ? null : (
        <fieldset className="usa-fieldset ticks">
          <legend className="usa-legend">Days it keeps by choice</legend>
          {calendar.byChoice.map((holiday) => (
            <Tick
              key={holiday.id}
              name={holiday.name}
              value={holiday.id}
              chosen={keeps}
              onChoose={setKeeps}
            />
          ))}
        </fieldset>
      )}
      <p className="acts">
        <button className="usa-button" type="submit" disabled={keep.isPending}>
          {office === undefined ? 'Add the office' : 'Save the office'}
        </button>
      </p>
    </form>
  );
}

interface TickProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly chosen: readonly T[];
  readonly onChoose: (chosen: readonly T[]) => void;
}

function Tick<T extends string>({ name, value, chosen, onChoose }: TickProps<T>) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={chosen.includes(value)}
        onChange={({ target }) => {
          onChoose(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value));
        }}
      />
      {name}
    </label>
  );
}
