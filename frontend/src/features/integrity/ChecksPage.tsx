import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, moment } from '../../shared/wording';
import { levelName, outcome, useChecks, useOlder, useStart, type Filed } from './checks';
import { Levels } from './Levels';

/** This is where a city sees that its archive is checked, starts a check itself, and finds every report. */
export function ChecksPage() {
  const { data: checks, error, refetch } = useChecks();
  return (
    <>
      <p>
        <Link href="/health">Archive health</Link>
      </p>
      <PageHeading title="Integrity checks">Integrity checks</PageHeading>
      <p className="lead">
        What is stored is compared with what was signed, by itself while the server runs. Each check leaves a
        report, signed with the archive’s key.
      </p>
      {checks === undefined ? (
        error === null ? (
          <Waiting what="Asking for the checks…" />
        ) : (
          <Trouble trouble={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <Levels checks={checks} />
          {checks.mayStart ? <Start isBusy={checks.running !== undefined} /> : null}
          <Reports newest={checks.reports} />
        </>
      )}
    </>
  );
}

function Start({ isBusy }: { isBusy: boolean }) {
  const start = useStart();
  return (
    <>
      {start.error === null ? null : <Trouble trouble={start.error} onRetry={start.reset} />}
      <p className="acts">
        {['quick', 'scrub', 'full'].map((level) => (
          <button
            key={level}
            type="button"
            className="usa-button usa-button--outline"
            disabled={start.isPending || (isBusy && level !== 'quick')}
            onClick={() => {
              start.mutate(level);
            }}
          >
            Start a {level} check
          </button>
        ))}
      </p>
    </>
  );
}

function Reports({ newest }: { newest: readonly Filed[] }) {
  const older = useOlder(newest.at(-1)?.name);
  const reports = [...newest, ...(older.data?.pages.flatMap((page) => page.reports) ?? [])];
  const hasMore = older.data === undefined ? newest.length >= 50 : older.hasNextPage;
  return (
    <>
      <h2>Reports</h2>
      {reports.length === 0 ? (
        <p>None yet. The first is made within an hour.</p>
      ) : (
        <table className="usa-table usa-table--borderless usa-table--stacked">
          <caption className="usa-sr-only">Reports of integrity checks, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Made</th>
              <th scope="col">Check</th>
              <th scope="col">Entries</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr key={report.name}>
                <th scope="row" data-label="Made">
                  <Link href={`/health/checks/${report.name}`}>{moment(report.at)}</Link>
                </th>
                <td data-label="Check">{levelName(report.level)}</td>
                <td data-label="Entries">{count(report.checked)}</td>
                <td data-label="Result">{outcome(report)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasMore ? (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={older.isFetching}
          onClick={() => void (older.data === undefined ? older.refetch() : older.fetchNextPage())}
        >
          Older reports
        </button>
      ) : null}
    </>
  );
}
