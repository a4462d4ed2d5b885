import type { MessageView } from '../../shared/api';
import { moment } from '../../shared/wording';

type Person = MessageView['people'][number];

const rolesInOrder = ['From', 'Reply-To', 'To', 'Cc', 'Bcc', 'Recipient', 'Sender'];

/** This is who wrote, who received and when, with where the archive knows each of them from. */
export function Envelope({ message }: { message: MessageView }) {
  const roles = [...new Set(message.people.map(({ role }) => role))].sort(
    (one, other) => rolesInOrder.indexOf(one) - rolesInOrder.indexOf(other),
  );
  return (
    <dl className="envelope">
      {roles.map((role) => (
        <div className="envelope__row" key={role}>
          <dt>{role === 'Recipient' ? 'Also received by' : role}</dt>
          <dd>
            <ul className="people">
              {message.people
                .filter((person) => person.role === role)
                .map((person) => (
                  <PersonLine key={`${person.name} ${person.address}`} person={person} />
                ))}
            </ul>
          </dd>
        </div>
      ))}
      <div className="envelope__row">
        <dt>Sent</dt>
        <dd>{message.sentAt === undefined ? 'No readable date in the message' : moment(message.sentAt)}</dd>
      </div>
    </dl>
  );
}

function PersonLine({ person }: { person: Person }) {
  return (
    <li>
      {person.name === '' ? null : <span className="people__name">{person.name} </span>}
      <span className="people__address">
        {person.name === '' ? person.address : `<${person.address}>`}
      </span>{' '}
      <span className="people__known">from the {person.knownFrom.join(' and the ')}</span>
    </li>
  );
}
