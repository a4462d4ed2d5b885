import { RequestHead } from '../features/requests/RequestHead';
import { Problem } from '../shared/api';
import { Link } from '../shared/address';
import { Notice } from '../shared/Notice';
import { PageHeading } from '../shared/PageHeading';
import { requestAddress, useRequest } from '../shared/requests';
import { hasRole, type Session } from '../shared/session';
import { Trouble, Waiting } from '../shared/Trouble';
import { requestTabs } from './requestTabs';

interface RequestPlaceProps {
  readonly id: number;
  readonly tab: string;
  readonly rest: string;
  readonly query: URLSearchParams;
  readonly session: Session;
}

/** This is one request: its head, its tabs, and the tab that the address names. Its mail is read for this request. */
export function RequestPlace({ id, tab, rest, query, session }: RequestPlaceProps) {
  const { data: request, error, refetch } = useRequest(id);
  if (error instanceof Problem && error.status === 404) return <NotThere problem={error} />;
  if (error !== null && request === undefined) {
    return (
      <>
        <PageHeading title="Request">Request</PageHeading>
        <Trouble trouble={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (request === undefined) return <Waiting what="Opening the request…" />;
  const mine = requestTabs.filter(({ roles }) => roles === undefined || hasRole(session, ...roles));
  const shown = mine.find((one) => one.id === tab);
  return (
    <>
      <RequestHead request={request} tab={shown?.name ?? 'Overview'} />
      <nav className="request-tabs" aria-label={`Parts of ${request.label}`}>
        <ul>
          {mine.map((one) => (
            <li key={one.id}>
              <Link href={requestAddress(id, one.id)} aria-current={one.id === tab ? 'page' : undefined}>
                {one.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="request-tab">
        {shown === undefined ? (
          <Notice kind="info" title="This part is not yours, or does not exist">
            <p>
              <Link href={requestAddress(id)}>See the overview of {request.label}</Link>
            </p>
          </Notice>
        ) : (
          shown.show({ request, session, rest, query })
        )}
      </div>
    </>
  );
}

function NotThere({ problem }: { problem: Problem }) {
  return (
    <>
      <PageHeading title={problem.title}>{problem.title}</PageHeading>
      <p className="lead">
        {problem.message} <Link href="/requests">See your requests</Link>
      </p>
    </>
  );
}
