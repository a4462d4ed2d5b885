import { useId, useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { calendarDay, cityNow } from '../../shared/wording';
import { componentNames, useAddWork, useTakeBackWork, type Component, type FeePage } from './fees';

/** This is the log of hours, pages and costs: who did what, when. */
export function WorkLog({ id, work }: { id: number; work: FeePage['work'] }) {
  const takeBack = useTakeBackWork(id);
  return (
    <section className="request-part" aria-labelledby="work">
      <h2 id="work">Hours, pages and costs</h2>
      <Refused trouble={takeBack.error} />
      {work.length === 0 ? (
        <p>Nothing is written down yet.</p>
      ) : (
        <ul className="clock-events">
          {work.map((one) => (
            <li key={one.id}>
              <p>
                <b>{calendarDay(one.on)}</b>: {one.title}, {one.quantity} {one.unit}
                {one.quantity === '1' ? '' : 's'}, {one.person}
                {one.note === '' ? '' : `. ${one.note}`}
              </p>
              <button
                type="button"
                className="usa-button usa-button--unstyled"
                disabled={takeBack.isPending}
                aria-label={`Take it back: ${one.title} of ${calendarDay(one.on)}`}
                onClick={() => {
                  takeBack.mutate(one.id);
                }}
              >
                Take it back
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddWork id={id} />
    </section>
  );
}

function AddWork({ id }: { id: number }) {
  const select = useId();
  const [component, setComponent] = useState<Component>('SEARCH');
  const [on, setOn] = useState(cityNow().day);
  const [quantity, setQuantity] = useState('');
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const add = useAddWork(id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.mutate(
      {
        component,
        on,
        quantity: Number(quantity),
        ...(person.trim() === '' ? {} : { person: person.trim() }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
      {
        onSuccess: () => {
          setQuantity('');
          setNote('');
        },
      },
    );
  };
  return (
    <form onSubmit={submit} aria-label="Write down work">
      <Refused trouble={add.error} />
      <div className="fees__columns">
        <div className="field">
          <label className="usa-label" htmlFor={select}>
            What
          </label>
          <select
            className="usa-input"
            id={select}
            value={component}
            onChange={({ target }) => {
              const chosen = componentNames.find(([key]) => key === target.value);
              if (chosen !== undefined) setComponent(chosen[0]);
            }}
          >
            {componentNames.map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Field
          label="How much"
          type="number"
          min={0}
          step="0.01"
          required
          value={quantity}
          onType={setQuantity}
        />
        <Field label="Day" type="date" required value={on} onType={setOn} />
        <Field label="Who (empty: you)" maxLength={200} value={person} onType={setPerson} />
        <Field label="Note (optional)" maxLength={300} value={note} onType={setNote} />
      </div>
      <p className="acts">
        <button className="usa-button" type="submit" disabled={add.isPending}>
          Write it down
        </button>
      </p>
    </form>
  );
}
