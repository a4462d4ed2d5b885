import { useRef, useState, type KeyboardEvent } from 'react';
import { go, Link } from '../../shared/address';
import type { SearchAnswer } from '../../shared/api';
import { count, counted } from '../../shared/wording';
import { changed, resultsAddress, type PlaceInResults } from './results';

type Overview = NonNullable<SearchAnswer['overview']>;
type Bar = Overview['bars'][number];

const unitNames = { YEAR: 'year', MONTH: 'month', DAY: 'day' } as const;

/** This is how the results spread over time; each bar narrows the search to its days. The table says the same. */
export function Histogram({ overview, place }: { overview: Overview; place: PlaceInResults }) {
  const [isTable, setIsTable] = useState(false);
  const { bars, unit } = overview;
  if (bars.length < 2) return null;
  return (
    <section className="histogram" aria-labelledby="histogram-heading">
      <div className="histogram__top">
        <h2 id="histogram-heading">Messages by {unitNames[unit]}</h2>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          aria-pressed={isTable}
          onClick={() => {
            setIsTable(!isTable);
          }}
        >
          Show as table
        </button>
      </div>
      {isTable ? <AsTable overview={overview} place={place} /> : <AsBars overview={overview} place={place} />}
    </section>
  );
}

function AsBars({ overview: { bars, unit }, place }: { overview: Overview; place: PlaceInResults }) {
  const group = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(bars.length - 1);
  const highest = Math.max(...bars.map(({ messages }) => messages));
  const current = Math.min(at, bars.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const goal = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: bars.length - 1 }[
      event.key
    ];
    if (goal === undefined || goal < 0 || goal >= bars.length) return;
    event.preventDefault();
    setAt(goal);
    group.current?.querySelectorAll('button')[goal]?.focus();
  };
  return (
    <>
      {/* Arrow keys move between the bars, of which one is a tab stop. */}
      <div
        className="histogram__bars"
        role="toolbar"
        aria-label={`Narrow to one ${unitNames[unit]}; arrow keys move between them`}
        ref={group}
        onKeyDown={onKeyDown}
      >
        {bars.map((bar, number) => (
          <button
            key={bar.first}
            type="button"
            className="histogram__bar"
            tabIndex={number === current ? 0 : -1}
            title={`${named(bar, unit)}: ${counted(bar.messages, 'message')}`}
            aria-label={`${named(bar, unit)}: ${counted(bar.messages, 'message')}`}
            onClick={() => {
              go(narrowed(place, bar));
            }}
          >
            <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect x="0" width="10" y={100 - height(bar, highest)} height={height(bar, highest)} />
            </svg>
          </button>
        ))}
      </div>
      <p className="histogram__ends" aria-hidden="true">
        <span>{named(bars[0], unit)}</span>
        <span>{named(bars[bars.length - 1], unit)}</span>
      </p>
    </>
  );
}

function AsTable({ overview: { bars, unit }, place }: { overview: Overview; place: PlaceInResults }) {
  return (
    <table className="usa-table usa-table--borderless usa-table--compact">
      <caption className="usa-sr-only">Messages found, by {unitNames[unit]}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Messages</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.first}>
            <th scope="row">
              <Link href={narrowed(place, bar)}>{named(bar, unit)}</Link>
            </th>
            <td>{count(bar.messages)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const height = (bar: Bar, highest: number) => Math.max(4, (bar.messages / highest) * 100);

function narrowed(place: PlaceInResults, bar: Bar): string {
  const filters = { ...place.filters, since: bar.first, until: bar.last };
  return resultsAddress(changed(place, { filters }));
}

function named(bar: Bar | undefined, unit: Overview['unit']): string {
  if (bar === undefined) return '';
  const day = new Date(`${bar.first}T00:00:00Z`);
  const shape: Intl.DateTimeFormatOptions =
    unit === 'YEAR'
      ? { year: 'numeric' }
      : unit === 'MONTH'
        ? { year: 'numeric', month: 'short' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat('en-US', { ...shape, timeZone: 'UTC' }).format(day);
}
