import type { HealthDetails } from '../../shared/api';
import { count, counted, hour } from '../../shared/wording';

const width = 960;
const height = 180;

/** This is what came in during the last 48 hours: bars to see, and the same figures as a table to read. */
export function HoursChart({ hours }: { hours: HealthDetails['hours'] }) {
  const most = Math.max(1, ...hours.map(({ captures }) => captures));
  const total = hours.reduce((sum, { captures }) => sum + captures, 0);
  const step = width / hours.length;
  const first = hours[0];
  const last = hours.at(-1);
  return (
    <>
      <h2>Captured in the last 48 hours</h2>
      <figure className="hours">
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${counted(total, 'message')} in 48 hours, at most ${count(most)} in one hour`}
        >
          {[0.25, 0.5, 0.75].map((share) => (
            <line key={share} x1="0" x2={width} y1={height * share} y2={height * share} />
          ))}
          {hours.map(({ begin, captures }, at) => {
            const tall = captures === 0 ? 2 : Math.max(4, (captures / most) * (height - 8));
            return (
              <rect
                key={begin}
                className={captures === 0 ? 'hours__none' : undefined}
                x={at * step + 2}
                y={height - tall}
                width={step - 4}
                height={tall}
              >
                <title>{`${hour(begin)}: ${count(captures)}`}</title>
              </rect>
            );
          })}
        </svg>
        <figcaption>
          <span>{first === undefined ? '' : hour(first.begin)}</span>
          <span>
            {counted(total, 'message')}, at most {count(most)} an hour
          </span>
          <span>{last === undefined ? '' : hour(last.begin)}</span>
        </figcaption>
      </figure>
      <details className="hours__table">
        <summary>The same as a table</summary>
        <table className="usa-table usa-table--borderless usa-table--compact">
          <caption className="usa-sr-only">Messages captured by hour, last hour first</caption>
          <thead>
            <tr>
              <th scope="col">Hour from</th>
              <th scope="col">Captured</th>
            </tr>
          </thead>
          <tbody>
            {hours.toReversed().map(({ begin, captures }) => (
              <tr key={begin}>
                <th scope="row">{hour(begin)}</th>
                <td>{count(captures)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
