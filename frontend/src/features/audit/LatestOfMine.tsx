import { Link } from '../../shared/address';
import { Trouble, Waiting } from '../../shared/Trouble';
import { moment } from '../../shared/wording';
import { useMyEntries } from './trail';
import { actWords } from './words';

const shownMax = 5;

/** These are the newest entries about whoever looks, and the way to all of them. */
export function LatestOfMine() {
  const { data, error, refetch } = useMyEntries();
  if (data === undefined) {
    return error === null ? (
      <Waiting what="Reading the trail…" />
    ) : (
      <Trouble trouble={error} onRetry={() => void refetch()} />
    );
  }
  const lines = data.pages.flatMap((page) => page.lines).slice(0, shownMax);
  if (lines.length === 0) return <p>Nothing is written down about you yet.</p>;
  return (
    <>
      <ol className="account__list">
        {lines.map((line) => (
          <li key={line.entry}>
            <p>
              <strong>You {actWords(line.act)}</strong>
            </p>
            {line.what === '' ? null : <p>{line.what}</p>}
            <p className="account__facts">
              <time dateTime={line.at}>{moment(line.at)}</time>
              {line.from === '' ? null : <span>from {line.from}</span>}
            </p>
          </li>
        ))}
      </ol>
      <p>
        <Link href="/audit/mine">See everything that is written down about you</Link>
      </p>
    </>
  );
}
