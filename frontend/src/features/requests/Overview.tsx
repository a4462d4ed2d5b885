import { Link } from '../../shared/address';
import { receivedByNames, requestAddress, type RecordsRequest } from '../../shared/requests';
import { hasRole, readingRoles, type Session } from '../../shared/session';
import { calendarDay, minute } from '../../shared/wording';
import { Approvals } from './Approvals';
import { Fact } from './Fact';
import { History } from './History';
import { NextSteps } from './NextSteps';
import { People } from './People';
import { Preservation } from './Preservation';
import { Subject } from './Subject';
import { Tasks } from './Tasks';

/** This is a request at a glance: what to do next, what was asked, who works on it, and all that happened. */
export function Overview({ request, session }: { request: RecordsRequest; session: Session }) {
  const works = hasRole(session, ...readingRoles);
  return (
    <div className="request-overview">
      <div className="request-overview__main">
        <NextSteps request={request} />
        <Approvals request={request} />
        <AskedFor request={request} />
        <Subject request={request} />
        {works ? <History id={request.id} /> : null}
      </div>
      <div className="request-overview__side">
        <Facts request={request} />
        {works ? <Tasks request={request} /> : null}
        {works ? <People request={request} /> : null}
        {works ? <Preservation request={request} session={session} /> : null}
      </div>
    </div>
  );
}

function AskedFor({ request }: { request: RecordsRequest }) {
  return (
    <section className="request-part" aria-labelledby="asked-for">
      <h2 id="asked-for">What was asked, in the requester’s words</h2>
      <blockquote className="request-words">{request.words}</blockquote>
    </section>
  );
}

function Facts({ request }: { request: RecordsRequest }) {
  const { requester, due, appealOf, appeal } = request;
  return (
    <section className="request-part" aria-labelledby="facts">
      <h2 id="facts">Facts</h2>
      <dl className="request-facts">
        {request.status.isOpen ? (
          <Fact name="Due by law">
            {due.sentence} <Link href={requestAddress(request.id, 'clock')}>How this was counted</Link>
          </Fact>
        ) : null}
        <Fact name="Received">
          {minute(request.receivedAt)}, {receivedByNames[request.receivedBy].toLowerCase()}
        </Fact>
        <Fact name="Requester">{requester.isAnonymous ? 'Anonymous' : requester.name}</Fact>
        {requester.organisation === '' ? null : <Fact name="Organisation">{requester.organisation}</Fact>}
        <Fact name="Answer to">
          {[requester.email, requester.phone, requester.address].filter((one) => one !== '').join('; ') ||
            'No way to answer was given'}
        </Fact>
        <Fact name="Law">
          {request.jurisdictionName}, as in force on {calendarDay(request.lawOn)}
        </Fact>
        {appealOf === undefined ? null : (
          <Fact name="Appeals the answer to">
            <Link href={requestAddress(appealOf.id)}>{appealOf.label}</Link>
          </Fact>
        )}
        {appeal === undefined ? null : (
          <Fact name="The appeal">
            <Link href={requestAddress(appeal.id)}>{appeal.label}</Link>
          </Fact>
        )}
        {request.releases === 0 ? null : <Fact name="Parts released">{request.releases}</Fact>}
      </dl>
    </section>
  );
}
