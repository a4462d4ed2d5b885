import { receivedByNames, type RecordsRequest } from '../../shared/requests';
import type { Session } from '../../shared/session';
import { calendarDay, minute } from '../../shared/wording';

/** This is a request at a glance: what was asked, by whom, what is looked for. */
export function Overview({ request }: { request: RecordsRequest; session: Session }) {
  return (
    <div className="request-overview">
      <AskedFor request={request} />
      <Facts request={request} />
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
  const { subject, requester } = request;
  return (
    <section className="request-part" aria-labelledby="facts">
      <h2 id="facts">What is looked for, and who asks</h2>
      <dl className="request-facts">
        <Fact name="Whose mail">{subject.who.join(', ') || 'Not said'}</Fact>
        <Fact name="From">{subject.from === undefined ? 'Not said' : calendarDay(subject.from)}</Fact>
        <Fact name="To">{subject.to === undefined ? 'Not said' : calendarDay(subject.to)}</Fact>
        <Fact name="About">{subject.words || 'Not said'}</Fact>
        <Fact name="Requester">{requester.isAnonymous ? 'Anonymous' : requester.name}</Fact>
        <Fact name="Received">{`${minute(request.receivedAt)}, ${receivedByNames[request.receivedBy].toLowerCase()}`}</Fact>
        <Fact name="Law">{`${request.jurisdiction}, as in force on ${calendarDay(request.lawOn)}`}</Fact>
        <Fact name="Officer">{request.officer?.name ?? 'Nobody yet'}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
