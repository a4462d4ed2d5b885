import { Link } from '../../shared/address';
import { useReleases, useTakeBack } from '../../shared/privilege';
import { moment } from '../../shared/wording';
import { ReasonForm } from './ReasonForm';

export function Releases() {
  const { data: releases } = useReleases();
  const takingBack = useTakeBack();
  return (
    <section aria-labelledby="releases-heading">
      <h2 id="releases-heading">Released by counsel</h2>
      {releases === undefined || releases.length === 0 ? <p>None.</p> : null}
      <ul className="releases">
        {(releases ?? []).map((release) => (
          <li key={release.id}>
            <p>
              <Link href={`/messages/${release.accession}`}>Message {release.accession}</Link>, by{' '}
              {release.releasedBy}, {moment(release.releasedAt)}: {release.reason}
            </p>
            <ReasonForm
              act="Take back"
              about={`the release of message ${release.accession}`}
              confirm="Keep it back again"
              isPending={takingBack.isPending}
              trouble={takingBack.variables?.id === release.id ? takingBack.error : null}
              onReason={(reason) => {
                takingBack.mutate({ id: release.id, reason });
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
