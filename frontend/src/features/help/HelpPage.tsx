import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';

// What the language means in full is in docs/search-language.md.
const forms = [
  { q: 'budget permit', meaning: 'Messages with both words, in any form: permit, permits, permitted.' },
  { q: '"notice of violation"', meaning: 'Exactly these words, in this order, in these forms.' },
  { q: 'budget OR levy', meaning: 'Messages with either word, or both.' },
  { q: 'budget NOT draft', meaning: 'Messages with the first word and without the second.' },
  { q: '(budget OR levy) AND 2027', meaning: 'Parentheses group.' },
  { q: 'viol*', meaning: 'Any word that begins so.' },
  { q: '*', meaning: 'Every message.' },
];

const fields = [
  { q: 'from:rivera', meaning: 'The sender: a word of the name or of the address.' },
  { q: 'from:ana.rivera@city.gov', meaning: 'The sender: exactly this address.' },
  { q: 'from:@city.gov', meaning: 'The sender: anyone at exactly this domain.' },
  { q: 'to:council', meaning: 'The To line. In the same way cc: and bcc:.' },
  {
    q: 'recipient:council',
    meaning: 'Anyone it reached, however the archive knows: To, Cc, Bcc, envelope or journal report.',
  },
  { q: 'subject:(sewer OR bond)', meaning: 'The subject, with several words in parentheses.' },
  { q: 'body:easement', meaning: 'The text of the message.' },
  { q: 'attachment:invoice', meaning: 'The name of an attached file. Text inside it is not searched yet.' },
  { q: 'attachment:*', meaning: 'Any message that has an attachment.' },
  { q: 'messageid:abc@example.org', meaning: 'The whole Message-ID.' },
  { q: 'source:m365-journal', meaning: 'Where the archive received it from.' },
];

const dates = [
  { q: 'sent:2026-08-01', meaning: 'Sent on that day. In the same way a month (2026-08) or a year (2026).' },
  { q: 'sent:2026-01..2026-03', meaning: 'From the first of January to the end of March.' },
  { q: 'sent:2026-06..', meaning: 'Since the first of June. In the same way ..2026-06 for until.' },
  { q: 'captured:today', meaning: 'Taken in by the archive today.' },
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
        <strong>could not be fully read</strong> are encrypted or damaged, and what cannot be read in them
        could change the answer: look at them by hand. <strong>Understood as</strong> is your search with
        nothing left to guess; keep it with a records request to ask the same again at any time.
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
              <Link href={`/search?q=${encodeURIComponent(q)}`}>{q}</Link>
            </th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
