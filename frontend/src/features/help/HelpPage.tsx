import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';

const forms = [
  { q: 'budget permits', meaning: 'Messages with both words, in any form: permit, permits, permitting.' },
  { q: '"special use permit"', meaning: 'These words, exactly so and in this order.' },
  { q: 'budget OR levy', meaning: 'Messages with either word, or both.' },
  { q: 'budget NOT draft', meaning: 'Messages with the first word and without the second.' },
  { q: '(budget OR levy) AND 2027', meaning: 'Parentheses group.' },
  { q: 'infra*', meaning: 'Words that begin so: infrastructure, infrared.' },
  { q: '*', meaning: 'Every message.' },
];

const fields = [
  { q: 'from:rivera', meaning: 'The sender, by name or address, in the header or the envelope.' },
  { q: 'to:council', meaning: 'The To line.' },
  { q: 'cc:clerk', meaning: 'The Cc line.' },
  { q: 'bcc:mayor', meaning: 'Blind copies, where the mail server reported them.' },
  {
    q: 'recipient:council',
    meaning: 'Anyone who received it, however the archive knows: To, Cc, Bcc or envelope.',
  },
  { q: 'subject:"sewer bond"', meaning: 'The subject line.' },
  { q: 'body:easement', meaning: 'The text of the message.' },
  {
    q: 'attachment:invoice.pdf',
    meaning: 'The name of an attached file. Text inside it is not searched yet.',
  },
  { q: 'messageid:abc@example.org', meaning: 'The Message-ID header, in full.' },
  { q: 'source:journal', meaning: 'Where the archive received it from.' },
];

const dates = [
  { q: 'sent:2026-03-14', meaning: 'Sent on that day. Also a month (2026-03) or a year (2026).' },
  { q: 'sent:2026-01..2026-03', meaning: 'From the first of January to the end of March.' },
  { q: 'captured:today', meaning: 'Received by the archive today.' },
];

export function HelpPage() {
  return (
    <>
      <PageHeading title="Search help">How to search</PageHeading>
      <p className="lead">
        Type words as you would anywhere. To be precise, name a field or join words with AND, OR and NOT in
        capital letters. Every example below can be followed.
      </p>
      <Examples title="Words" rows={forms} />
      <Examples title="Fields" rows={fields} />
      <Examples title="Dates" rows={dates} />
      <h2>What the counts mean</h2>
      <p>
        A <strong>message</strong> is what people wrote and read. A <strong>capture</strong> is one delivery
        of it to the archive; a mail server may deliver the same message several times, for several
        recipients. Totals are exact: none is an estimate or cut short. Messages that{' '}
        <strong>could not be fully read</strong>, because they are encrypted or damaged, are kept and counted,
        but their text may be missing from a search.
      </p>
    </>
  );
}

function Examples({ title, rows }: { title: string; rows: readonly { q: string; meaning: string }[] }) {
  return (
    <table className="usa-table usa-table--borderless examples-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">You type</th>
          <th scope="col">You find</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ q, meaning }) => (
          <tr key={q}>
            <th scope="row">
              <Link href={`/?q=${encodeURIComponent(q)}`}>{q}</Link>
            </th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
