import { useState, type SubmitEvent } from 'react';
import { addressOf, go, Link } from '../../shared/address';
import { useKnownPeople, type Asked } from './trail';
import { allActs } from './words';

/** What is wanted stands in the address: Back, reload and a bookmark show the same. */
export function Filters({ asked }: { asked: Asked }) {
  const { data: people } = useKnownPeople();
  const [isOpen, setIsOpen] = useState(false);
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === 'string') given[name] = value.trim();
    go(addressOf('/audit', given));
  };
  const isFiltered = Object.keys(asked).length > 0;
  return (
    // A new address makes new fields, so that Back fills them too.
    <form className="filters" aria-label="Filter the trail" key={JSON.stringify(asked)} onSubmit={apply}>
      <button
        type="button"
        className="usa-button usa-button--outline filters__toggle"
        aria-expanded={isOpen}
        aria-controls="audit-filters"
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {isOpen ? 'Hide filters' : isFiltered ? 'Change filters' : 'Filter'}
      </button>
      <div
        className={isOpen ? 'filters__fields' : 'filters__fields filters__fields--closed'}
        id="audit-filters"
      >
        <Choice name="person" label="Person" value={String(asked.person ?? '')} all="Everybody">
          {(people ?? []).map(
            ({ person, name }) =>
              [String(person), person < 0 ? 'Nobody signed in' : `${name} (${person})`] as const,
          )}
        </Choice>
        <Choice name="act" label="What was done" value={asked.act ?? ''} all="Everything">
          {allActs}
        </Choice>
        <Field name="purpose" label="Reference" value={asked.purpose ?? ''} />
        <Field
          name="message"
          label="Accession number"
          value={String(asked.message ?? '')}
          inputMode="numeric"
          pattern="[0-9]{1,15}"
        />
        <Field name="from" label="From day" type="date" value={asked.from ?? ''} />
        <Field name="to" label="To day" type="date" value={asked.to ?? ''} />
        <p className="filters__go">
          <button type="submit" className="usa-button">
            Show
          </button>
          {isFiltered ? <Link href="/audit">Show everything</Link> : null}
        </p>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'numeric';
  readonly pattern?: string;
}

function Field({ name, label, value, ...rest }: FieldProps) {
  return (
    <div className="filters__field">
      <label className="usa-label" htmlFor={`audit-${name}`}>
        {label}
      </label>
      <input
        className="usa-input"
        id={`audit-${name}`}
        name={name}
        defaultValue={value}
        autoComplete="off"
        {...rest}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly all: string;
  readonly children: readonly (readonly [string, string])[];
}

function Choice({ name, label, value, all, children }: ChoiceProps) {
  return (
    <div className="filters__field">
      <label className="usa-label" htmlFor={`audit-${name}`}>
        {label}
      </label>
      <select
        className="usa-input"
        id={`audit-${name}`}
        name={name}
        defaultValue={value}
        key={`${children.length} ${value}`}
      >
        <option value="">{all}</option>
        {children.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
