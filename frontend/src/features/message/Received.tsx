import type { MessageView } from '../../shared/api';

type Person = MessageView['people'][number];

const roles = ['To', 'Cc', 'Bcc', 'Recipient'];

/** This is who received the message and how that is known: a header is the sender's word, the others are not. */
export function Received({ message }: { message: MessageView }) {
  const people = message.people.filter(({ role }) => roles.includes(role));
  return (
    <section className="received" aria-labelledby="received-heading">
      <h2 id="received-heading">Who received it, and how that is known</h2>
      {people.length === 0 ? (
        <p>No recipient is named, neither by the message nor by the mail server.</p>
      ) : (
        // What scrolls must be reachable by keyboard (WCAG 2.1.1).
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="received__scroll" role="region" aria-label="Table of recipients" tabIndex={0}>
          <table className="usa-table usa-table--borderless usa-table--compact usa-table--stacked">
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Named as</th>
                <th scope="col">Message header</th>
                <th scope="col">Envelope (SMTP)</th>
                <th scope="col">Journal report</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={`${person.role} ${person.name} ${person.address}`}>
                  <th scope="row" data-label="Person">
                    {person.name}{' '}
                    {person.address === '' || person.name === '' ? person.address : `<${person.address}>`}
                  </th>
                  <td data-label="Named as">
                    {person.role === 'Recipient' ? 'not in the header' : person.role}
                  </td>
                  <td data-label="Message header">{known(person, 'header')}</td>
                  <td data-label="Envelope (SMTP)">{known(person, 'envelope')}</td>
                  <td data-label="Journal report">{known(person, 'journal report')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="body__note">
        A header is what the sender wrote. The envelope and the journal report are what the mail servers did.
      </p>
    </section>
  );
}

/** “no”, or “yes” with what the report adds: the list or the mailbox it came by. */
function known({ knownFrom }: Person, way: string): string {
  const found = knownFrom.filter((from) => from.startsWith(way));
  return found.length === 0 ? 'no' : found.map((from) => `yes${from.slice(way.length)}`).join('; ');
}
