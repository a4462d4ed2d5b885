import { useId, useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useCalendarAct, type CalendarView, type PlaceForm } from './calendar';

/** This is whose law counts, and what some rules of fees hang on. */
export function PlaceSettings({ calendar }: { calendar: CalendarView }) {
  const select = useId();
  const { place } = calendar;
  const [jurisdiction, setJurisdiction] = useState(place.jurisdiction ?? '');
  const [population, setPopulation] = useState(
    place.population === undefined ? '' : String(place.population),
  );
  const [feePolicyOn, setFeePolicyOn] = useState(place.feePolicyOn ?? '');
  const change = useCalendarAct((body: PlaceForm) =>
    asked<CalendarView>(client.PUT('/api/settings/calendar/place', { body })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate({
      ...(jurisdiction === '' ? {} : { jurisdiction }),
      ...(population === '' ? {} : { population: Number(population) }),
      ...(feePolicyOn === '' ? {} : { feePolicyOn }),
    });
  };
  return (
    <section className="panel" aria-labelledby="place">
      <h2 id="place">Whose law counts</h2>
      <Refused trouble={change.error} />
      <form onSubmit={submit}>
        <div className="field">
          <label className="usa-label" htmlFor={select}>
            Jurisdiction
          </label>
          <p className="field__hint" id={`${select}-hint`}>
            New requests are answered under this law. A request keeps the law it was received under.
          </p>
          <select
            className="usa-input"
            id={select}
            aria-describedby={`${select}-hint`}
            value={jurisdiction}
            onChange={({ target }) => {
              setJurisdiction(target.value);
            }}
          >
            <option value="">Not said yet</option>
            {calendar.jurisdictions.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <Field
          label="Population"
          hint="Some fees depend on it. Leave it empty if it is not known."
          type="number"
          min={1}
          value={population}
          onType={setPopulation}
        />
        <Field
          label="Fee policy published on"
          hint="Some fees may be charged only if the policy was published before. Leave it empty if it was not."
          type="date"
          value={feePolicyOn}
          onType={setFeePolicyOn}
        />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={change.isPending}>
            Save
          </button>
          <span role="status">{change.isSuccess ? 'Saved.' : ''}</span>
        </p>
      </form>
    </section>
  );
}
