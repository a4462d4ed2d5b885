import { Link } from '../../shared/address';
import { useCounselQueue, type CounselLine } from '../../shared/counselQueue';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { calendarDay, cityNow, counted } from '../../shared/wording';

/** This is counsel’s queue: what was referred in any request, first due first, and what counsel keeps back. */
export function CounselPage() {
  const { data: queue, error, refetch } = useCounselQueue();
  return (
    <>
      <PageHeading title="Counsel’s queue">Counsel’s queue</PageHeading>
      <p className="lead">
        Items of records requests that wait for counsel: questions by the day the answer is due, then messages
        that your quarantine keeps back and nobody has decided, or somebody let go before. Open one to answer
        it or to decide it.
      </p>
      {error === null ? null : <Trouble trouble={error} onRetry={() => void refetch()} />}
      {queue === undefined && error === null ? <Waiting what="Reading the queue…" /> : null}
      {queue === undefined ? null : (
        <>
          <p role="status">
            {queue.total === 0 ? 'Nothing waits for you.' : `${counted(queue.total, 'item')} wait.`}
            {queue.total > queue.lines.length
              ? ` The first ${counted(queue.lines.length, 'item')} are listed; the rest follow as you answer.`
              : ''}
          </p>
          <ul className="board">
            {queue.lines.map((line) => (
              <CounselItem key={`${line.requestId} ${line.line.number}`} line={line} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function CounselItem({ line: { requestId, request, question, referredBy, line } }: { line: CounselLine }) {
  const isLate = line.dueOn !== undefined && line.dueOn < cityNow().day;
  return (
    <li className="board__line">
      <p className="board__top">
        <Link href={`/requests/${requestId}/review/${line.number}?show=WITH_COUNSEL`}>
          {request}, item {line.number}
        </Link>
        {line.dueOn === undefined ? null : (
          <span className={isLate ? 'status-mark status-mark--waiting' : 'status-mark'}>
            {isLate ? 'Was due' : 'Due'} {calendarDay(line.dueOn)}
          </span>
        )}
        {line.keptBack ? <span className="status-mark status-mark--over">Kept back</span> : null}
      </p>
      <p className="board__facts">
        {question === undefined
          ? whyKeptBack(line.decision)
          : `${referredBy ?? 'Somebody'} asks: ${question}`}
      </p>
    </li>
  );
}

const whyKeptBack = (decision: CounselLine['line']['decision']): string =>
  decision === 'UNDECIDED'
    ? 'Your quarantine keeps this message back. Decide whether it is released or withheld.'
    : `Somebody decided to ${decision === 'REDACT' ? 'redact' : 'release'} this message before your quarantine kept it back. It does not leave until you decide.`;
