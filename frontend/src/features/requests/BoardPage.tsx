import { useRef, type KeyboardEvent } from 'react';
import { addressOf, adjust, Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { requestAddress, useBoard, type BoardLine } from '../../shared/requests';
import { hasRole, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted, day } from '../../shared/wording';
import { departmentsIn, grouped, type Group } from './board';
import { Due } from './Due';
import { StatusMark } from './StatusMark';

/** This is the board: every request the person may see, what is due first on top. */
export function BoardPage({ session, query }: { session: Session; query: URLSearchParams }) {
  const { data: board, error, refetch } = useBoard();
  return (
    <>
      <PageHeading title="Requests">Records requests</PageHeading>
      <p className="lead">
        What the city was asked for, and by when the law wants an answer. What is due first stands on top.
      </p>
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
      ) : board.lines.length === 0 ? (
        <NothingYet session={session} />
      ) : (
        <Filtered lines={board.lines} today={board.today} query={query} />
      )}
    </>
  );
}

function NothingYet({ session }: { session: Session }) {
  return (
    <p className="lead">
      {hasRole(session, 'RECORDS_OFFICER')
        ? 'No request has been entered yet. Enter the first one as it reached the city.'
        : 'No request is yours to see yet. A records officer assigns it to you, or asks for your approval.'}
    </p>
  );
}

interface FilteredProps {
  readonly lines: readonly BoardLine[];
  readonly today: string;
  readonly query: URLSearchParams;
}

function Filtered({ lines, today, query }: FilteredProps) {
  const isMine = query.get('whose') === 'mine';
  const department = query.get('department') ?? '';
  const shown = lines.filter(
    (line) =>
      (!isMine || line.isMine || line.waitsForMe) &&
      (department === '' || line.departments.includes(department)),
  );
  const show = (whose: string, wanted: string) => {
    adjust(addressOf('/requests', { whose, department: wanted }));
  };
  const departments = departmentsIn(lines);
  return (
    <>
      <div className="board__filters">
        <fieldset className="choices">
          <legend className="usa-sr-only">Whose requests</legend>
          {(['all', 'mine'] as const).map((whose) => (
            <label key={whose} htmlFor={`whose-${whose}`}>
              <input
                id={`whose-${whose}`}
                type="radio"
                name="whose"
                checked={isMine === (whose === 'mine')}
                onChange={() => {
                  show(whose === 'mine' ? 'mine' : '', department);
                }}
              />{' '}
              {whose === 'mine'
                ? `Mine (${count(lines.filter((line) => line.isMine || line.waitsForMe).length)})`
                : `All (${count(lines.length)})`}
            </label>
          ))}
        </fieldset>
        {departments.length === 0 ? null : (
          <p>
            <label htmlFor="board-department">Department asked</label>{' '}
            <select
              id="board-department"
              value={department}
              onChange={({ target }) => {
                show(isMine ? 'mine' : '', target.value);
              }}
            >
              <option value="">Any</option>
              {departments.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </p>
        )}
        <p role="status">{counted(shown.length, 'request')}</p>
      </div>
      <Groups groups={grouped(shown, today)} />
    </>
  );
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const place = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLAnchorElement)) return;
    const links = [...(place.current?.querySelectorAll<HTMLAnchorElement>('.board__top a') ?? [])];
    const goal = links[links.indexOf(event.target) + step];
    if (goal === undefined) return;
    event.preventDefault();
    goal.focus();
  };
  return (
    // The arrow keys only move between links that Tab reaches as well.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={place} onKeyDown={onKeyDown}>
      {groups.map(({ key, title, why, lines }) => (
        <section key={key} className="board__group" aria-labelledby={`group-${key}`}>
          <h2 id={`group-${key}`}>
            {title} <span className="board__count">{count(lines.length)}</span>
          </h2>
          <p className="board__why">{why}</p>
          <ul className="board">
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ line }: { line: BoardLine }) {
  const isOver = line.status === 'CLOSED' || line.status === 'APPEALED' || line.status === 'MISFILED';
  return (
    <li className="board__line">
      <p className="board__top">
        <Link href={requestAddress(line.id)}>{line.label}</Link>
        <StatusMark kind={line.status} determination={line.determination} isApproved={line.isApproved} />
        {isOver ? null : (
          <Due
            dueOn={line.dueOn}
            kind={line.dueKind}
            lateness={line.lateness}
            standsStill={line.standsStill}
          />
        )}
        {line.waitsForMe ? <span className="due-mark due-mark--today">Waits for your approval</span> : null}
      </p>
      <p>{line.about}</p>
      <p className="board__facts">
        {line.requester}, received {day(line.receivedAt)}
        {line.officer === undefined ? '' : `, with ${line.officer}`}
        {line.departments.length === 0 ? '' : `; asked: ${line.departments.join(', ')}`}
      </p>
    </li>
  );
}
