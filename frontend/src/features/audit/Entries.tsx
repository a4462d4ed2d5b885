import { Link } from '../../shared/address';
import { counted, moment } from '../../shared/wording';
import { actWords, messageAddress, personAddress, purposeWords, roleWords, type Line } from './words';

interface EntriesProps {
  readonly lines: readonly Line[];
  readonly hasMore: boolean;
  readonly isFetching: boolean;
  readonly onMore: () => void;
  /** Names and messages lead to their own pages only for who may see those. */
  readonly leadsOn?: boolean;
  readonly empty: string;
}

export function Entries({ lines, hasMore, isFetching, onMore, leadsOn = true, empty }: EntriesProps) {
  if (lines.length === 0) return <p className="entries__none">{empty}</p>;
  return (
    <>
      <ol className="entries" aria-busy={isFetching}>
        {lines.map((line) => (
          <Entry key={line.entry} line={line} leadsOn={leadsOn} />
        ))}
      </ol>
      <p className="entries__shown" role="status">
        {counted(lines.length, 'entry', 'entries')} shown
        {hasMore ? '; there are older ones.' : ', to the oldest.'}
      </p>
      {hasMore ? (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={isFetching}
          onClick={onMore}
        >
          {isFetching ? 'Fetching older entries…' : 'Show older entries'}
        </button>
      ) : null}
    </>
  );
}

function Entry({ line, leadsOn }: { line: Line; leadsOn: boolean }) {
  return (
    <li
      className={line.act === 'REFUSED' || line.act === 'SIGN_IN_FAILED' ? 'entry entry--refused' : 'entry'}
    >
      <p className="entry__did">
        {leadsOn ? <Link href={personAddress(line.person)}>{line.name}</Link> : <strong>{line.name}</strong>}{' '}
        <span className="entry__act">{actWords(line.act)}</span>
      </p>
      {line.what === '' ? null : <p className="entry__what">{line.what}</p>}
      <Messages line={line} leadsOn={leadsOn} />
      <p className="entry__facts">
        <time dateTime={line.at}>{moment(line.at)}</time>
        {line.purpose === undefined ? null : <span>for {purposeWords(line.purpose)}</span>}
        {line.roles.length === 0 ? null : <span>as {line.roles.map(roleWords).join(', ')}</span>}
        {line.from === '' ? null : <span>from {line.from}</span>}
        <span>entry {line.entry}</span>
      </p>
    </li>
  );
}

function Messages({ line, leadsOn }: { line: Line; leadsOn: boolean }) {
  if (line.shown.length === 0) return null;
  const more = line.messages - line.shown.length;
  return (
    <p className="entry__messages">
      Accession{' '}
      {line.shown.map((accession, place) => (
        <span key={accession}>
          {place === 0 ? '' : ', '}
          {leadsOn ? <Link href={messageAddress(accession)}>{accession}</Link> : accession}
        </span>
      ))}
      {more > 0 ? ` and ${counted(more, 'other')}` : null}
    </p>
  );
}
