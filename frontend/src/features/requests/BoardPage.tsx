import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { requestAddress, useBoard, type BoardLine } from '../../shared/requests';
import { hasRole, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { counted, day } from '../../shared/wording';
import { StatusMark } from './StatusMark';

/** This is the board: every request the person may see, and where each stands. */
export function BoardPage({ session }: { session: Session }) {
  const { data: board, error, refetch } = useBoard();
  return (
    <>
      <PageHeading title="Requests">Records requests</PageHeading>
      <p className="lead">Every request the city has received, with what is due first on top.</p>
      {hasRole(session, 'RECORDS_OFFICER') ? (
        <p className="acts">
          <Link className="usa-button" href="/requests/new">
            Enter a request
          </Link>
        </p>
      ) : null}
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : board === undefined ? (
        <Waiting what="Looking…" />
      ) : (
        <Lines lines={board.lines} />
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly BoardLine[] }) {
  if (lines.length === 0) return <p className="lead">No request is yours to see yet.</p>;
  return (
    <>
      <p role="status">{counted(lines.length, 'request')}</p>
      <ul className="board">
        {lines.map((line) => (
          <li className="board__line" key={line.id}>
            <p className="board__top">
              <Link href={requestAddress(line.id)}>{line.label}</Link> <StatusMark kind={line.status} />
            </p>
            <p>{line.about}</p>
            <p className="board__facts">
              {line.requester}, received {day(line.receivedAt)}
              {line.officer === undefined ? '' : `, with ${line.officer}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
