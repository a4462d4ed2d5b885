import { Trouble, Waiting } from '../../shared/Trouble';
import { PastRelease } from './PastRelease';
import { PreparedRelease } from './PreparedRelease';
import { PrepareRelease } from './PrepareRelease';
import { Preparing } from './Preparing';
import { useReleases } from './releases';

/** This is where what was decided becomes a package, a second person finalises it, and it is handed over. */
export function ReleaseTab({ id }: { id: number }) {
  const { data, error, refetch } = useReleases(id);
  if (error !== null && data === undefined) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what="Opening the releases…" />;
  const preparing = data.releases.find((one) => one.state === 'PREPARING');
  const prepared = data.releases.find((one) => one.state === 'PREPARED');
  const past = data.releases.filter((one) => one !== preparing && one !== prepared);
  return (
    <div className="release">
      <p className="lead">
        A release is prepared by one person from the decisions of the review, looked at and finalised by a
        second, and handed over by a link. Nothing leaves before that.
      </p>
      {preparing !== undefined ? (
        <Preparing id={id} release={preparing} mayStop={data.mayPrepare} />
      ) : prepared !== undefined ? (
        <PreparedRelease id={id} release={prepared} mayWithdraw={data.mayPrepare} />
      ) : (
        <PrepareRelease id={id} overview={data} />
      )}
      {past.length === 0 ? null : (
        <section className="request-part" aria-labelledby="past-heading">
          <h2 id="past-heading">Releases so far</h2>
          <ol className="release__past">
            {past.map((one) => (
              <PastRelease key={one.id} id={id} release={one} mayAct={data.mayPrepare} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
