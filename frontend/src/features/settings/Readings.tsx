import { Link } from '../../shared/address';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted, moment } from '../../shared/wording';
import { useReadings, type Reading } from './settings';

/** This is who has acknowledged the version in force, and who has not: those come first. */
export function Readings({ version }: { version: number }) {
  const { data: readings, error, refetch } = useReadings();
  const due = readings?.filter((each) => each.due) ?? [];
  const done = readings?.filter((each) => !each.due) ?? [];
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">Who has acknowledged it</h2>
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : readings === undefined ? (
        <Waiting what="Asking…" />
      ) : (
        <>
          <p role="status">
            {count(done.length)} of {counted(readings.length, 'person', 'people')}{' '}
            {done.length === 1 ? 'has' : 'have'} acknowledged version {version}.
          </p>
          <List name="Not yet" readings={due} />
          <List name="Acknowledged" readings={done} />
        </>
      )}
    </section>
  );
}

function List({ name, readings }: { name: string; readings: readonly Reading[] }) {
  if (readings.length === 0) return null;
  return (
    <>
      <h3>{name}</h3>
      <ul className="readings">
        {readings.map(({ id, name: person, last, due }) => (
          <li key={id}>
            <Link href={`/people/${id}`}>{person}</Link>
            <span className="readings__when">
              {last === undefined
                ? 'no version so far'
                : due
                  ? `version ${last.version} only, ${moment(last.at)}`
                  : moment(last.at)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
