import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import type { RecordsRequest } from '../../shared/requests';
import { Due } from './Due';
import { StatusMark } from './StatusMark';

/** This stands above every tab of a request: which it is, where it stands, when it is due, what mail is read for here. */
export function RequestHead({ request, tab }: { request: RecordsRequest; tab: string }) {
  const { label, requester, status, due } = request;
  return (
    <header className="request-head">
      <p className="request-head__back">
        <Link href="/requests">All requests</Link>
      </p>
      <PageHeading title={`${label}: ${tab}`}>
        {label}{' '}
        <span className="request-head__of">
          from {requester.isAnonymous ? 'somebody anonymous' : requester.name}
        </span>
      </PageHeading>
      <p className="request-head__facts">
        <StatusMark
          kind={status.kind}
          determination={status.determination}
          isApproved={request.approval === 'GIVEN'}
        />
        {status.isOpen ? (
          <Due dueOn={due.dueOn} kind={due.kind} lateness={due.lateness} standsStill={due.standsStill} />
        ) : null}
        <span>Mail opened here is read for {label}; that is written down.</span>
      </p>
    </header>
  );
}
