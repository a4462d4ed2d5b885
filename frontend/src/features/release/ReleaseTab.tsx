import { Trouble, Waiting } from '../../shared/Trouble';
import { PastRelease } from './PastRelease';
import { PreparedRelease } from './PreparedRelease';
import { PrepareRelease } from './PrepareRelease';
import { Preparing } from './Preparing';
import { useReleases, type Release } from './releases';

/** This is where what was decided becomes a package, a second person finalises it, and it is handed over. */
export function ReleaseTab({ id }: { id: number }) {
  const { data, error, refetch } = useReleases(id);
  if (error !== null && data === undefined) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what="Opening the releases…" />;
  const preparing = data.releases.find((one) => one.state === 'PREPARING');
  const prepared = data.releases.find((one) => one.state === 'PREPARED');
  const past = data.releases.filter((one) => one !== preparing && one !== prepared);
  // What is ready to be handed over comes before what might be prepared next.
  const isOut =
    preparing === undefined && prepared === undefined && past.some((one) => one.state === 'FINALISED');
  return (
    <div className="release">
      <p className="lead">
        A release is prepared by one person from the decisions of the review, looked at and finalised by a
        second, and handed over by a link. Nothing leaves before that.
      </p>
      {isOut ? (
        <>
          <Past id={id} past={past} mayAct={data.mayPrepare} />
          <PrepareRelease id={id} overview={data} />
        </>
      ) : (
        <>
          {preparing !== undefined ? (
            <Preparing id={id} release={preparing} mayStop={data.mayPrepare} />
          ) : prepared !== undefined ? (
            <PreparedRelease id={id} release={prepared} mayWithdraw={data.mayPrepare} />
          ) : (
            <PrepareRelease id={id} overview={data} />
          )}
          <Past id={id} past={past} mayAct={data.mayPrepare} />
        </>
      )}
    </div>
  );
}

function Past({ id, past, mayAct }: { id: number; past: readonly Release[]; mayAct: boolean }) {
  if (past.length === 0) return null;
  return (
    <section className="request-part" aria-labelledby="past-heading">
      <h2 id="past-heading">Releases so far</h2>
      <ol className="release__past">
        {past.map((one) => (
          <PastRelease key={one.id} id={id} release={one} mayAct={mayAct} />
        ))}
      </ol>
    </section>
  );
}
