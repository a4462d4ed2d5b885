import { Link } from '../../shared/address';
import { count, minute } from '../../shared/wording';
import { levelMeaning, levelName, outcome, type LevelDue, type Overview, type Running } from './checks';

/** This is when each level of the integrity check was last made and is due, and what runs now. */
export function Levels({ checks }: { checks: Overview }) {
  return (
    <>
      {checks.running === undefined ? null : <HowFar running={checks.running} />}
      <table className="usa-table usa-table--borderless usa-table--stacked">
        <caption className="usa-sr-only">Integrity checks by level</caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Last made</th>
            <th scope="col">Result</th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {checks.levels.map((due) => (
            <Row key={due.level} due={due} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ due: { level, last, dueAt, every } }: { due: LevelDue }) {
  return (
    <tr>
      <th scope="row" data-label="Check">
        {levelName(level)}
        <span className="facts__note">{levelMeaning(level)}</span>
      </th>
      <td data-label="Last made">{last === undefined ? 'Never' : minute(last.at)}</td>
      <td data-label="Result">
        {last === undefined ? (
          'None yet'
        ) : (
          <Link href={`/health/checks/${last.name}`}>
            {outcome(last)}
            <span className="usa-sr-only">, report of the last {level} check</span>
          </Link>
        )}
      </td>
      <td data-label="Next">
        From {minute(dueAt)}, {every}
      </td>
    </tr>
  );
}

function HowFar({ running: { level, part, done, total, startedAt } }: { running: Running }) {
  const id = 'running-check';
  return (
    <p>
      <label htmlFor={id}>
        {levelName(level)} check of the {part}, since {minute(startedAt)}: entry {count(done)} of{' '}
        {count(total)}
      </label>
      <br />
      <progress id={id} value={done} max={Math.max(total, 1)} />
    </p>
  );
}
