import { useState, type ComponentProps, type SubmitEvent } from 'react';
import { go } from '../../shared/address';
import type { SearchAnswer } from '../../shared/api';
import { count } from '../../shared/wording';
import { chips, filterNames, filtersIn, type FilterName, type Filters } from './filters';
import { changed, resultsAddress, type PlaceInResults } from './results';

type Sources = NonNullable<SearchAnswer['overview']>['sources'];

/** This is how a search is narrowed without knowing the query language; it writes what it does in it. */
export function FilterBar({ place, sources }: { place: PlaceInResults; sources: Sources }) {
  const filters = place.filters ?? {};
  const inForce = chips(filters);
  const without = (name: FilterName) => {
    const rest = Object.fromEntries(Object.entries(filters).filter(([each]) => each !== name));
    go(resultsAddress(changed(place, { filters: rest })));
  };
  return (
    <div className="filters">
      {inForce.length === 0 ? null : (
        <ul className="chips" aria-label="Filters in force">
          {inForce.map(({ name, text }) => (
            <li key={name}>
              <button
                type="button"
                className="chips__chip"
                onClick={() => {
                  without(name);
                }}
              >
                {text} <span aria-hidden="true">×</span>
                <span className="usa-sr-only">, remove this filter</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <details className="filters__more">
        <summary>Filters</summary>
        <FilterForm key={JSON.stringify(filters)} place={place} filters={filters} sources={sources} />
      </details>
    </div>
  );
}

interface FilterFormProps {
  readonly place: PlaceInResults;
  readonly filters: Filters;
  readonly sources: Sources;
}

function FilterForm({ place, filters, sources }: FilterFormProps) {
  const [hasAttachment, setHasAttachment] = useState(filters.attachment !== undefined);
  const narrow = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new URLSearchParams();
    const form = new FormData(event.currentTarget);
    for (const name of filterNames) {
      const value = form.get(name);
      if (typeof value === 'string') given.set(name, value);
    }
    go(resultsAddress(changed(place, { filters: filtersIn(given) })));
  };
  return (
    <form className="filters__form" onSubmit={narrow} aria-label="Filters">
      <Field name="from" label="From (name or address)" defaultValue={filters.from} />
      <Field name="recipient" label="Received by (name or address)" defaultValue={filters.recipient} />
      <Field name="since" label="Sent since" type="date" defaultValue={filters.since} />
      <Field name="until" label="Sent until" type="date" defaultValue={filters.until} />
      <label className="filters__field" htmlFor="filter-source">
        <span>Source</span>
        <select className="usa-input" id="filter-source" name="source" defaultValue={filters.source ?? ''}>
          <option value="">Any</option>
          {filters.source === undefined || sources.some(({ source }) => source === filters.source) ? null : (
            <option value={filters.source}>{filters.source}</option>
          )}
          {sources.map(({ source, messages }) => (
            <option key={source} value={source}>
              {source} ({count(messages)})
            </option>
          ))}
        </select>
      </label>
      <label className="filters__check" htmlFor="filter-attachment">
        <input
          id="filter-attachment"
          type="checkbox"
          name="attachment"
          value="yes"
          checked={hasAttachment}
          onChange={(event) => {
            setHasAttachment(event.target.checked);
          }}
        />
        <span>Has an attachment</span>
      </label>
      <button type="submit" className="usa-button">
        Apply filters
      </button>
    </form>
  );
}

function Field({ name, label, ...rest }: { name: string; label: string } & ComponentProps<'input'>) {
  return (
    <label className="filters__field" htmlFor={`filter-${name}`}>
      <span>{label}</span>
      <input className="usa-input" id={`filter-${name}`} name={name} autoComplete="off" {...rest} />
    </label>
  );
}
