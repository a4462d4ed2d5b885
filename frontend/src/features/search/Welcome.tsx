import { Link } from '../../shared/address';

const examples = [
  { q: '"special use permit"', meaning: 'these words, exactly so' },
  { q: 'from:rivera AND budget', meaning: 'sent by Rivera, about the budget' },
  { q: 'attachment:invoice sent:2026', meaning: 'an attached invoice, sent in 2026' },
  { q: 'recipient:council NOT agenda', meaning: 'to the council, without the word agenda' },
];

/** This is what stands here before anyone has searched: what to do next. */
export function Welcome({ isEmpty }: { isEmpty: boolean }) {
  return isEmpty ? <HowToBegin /> : <Examples />;
}

function Examples() {
  return (
    <section className="welcome" aria-labelledby="examples-heading">
      <h2 id="examples-heading">Searches to start from</h2>
      <ul className="examples">
        {examples.map(({ q, meaning }) => (
          <li key={q}>
            <Link href={`/search?q=${encodeURIComponent(q)}`}>{q}</Link>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowToBegin() {
  return (
    <section className="welcome" aria-labelledby="begin-heading">
      <h2 id="begin-heading">The archive is empty. Two ways to begin</h2>
      <div className="ways">
        <div className="way">
          <h3>Bring in mail you already have</h3>
          <p>Files ending in .eml, mbox files, Maildir, and folders of them:</p>
          <pre>./muniment import path/to/mail</pre>
          <p>Nothing in those files is changed. A file that was imported before is not kept twice.</p>
        </div>
        <div className="way">
          <h3>Let the mail server send a copy of everything</h3>
          <p>Point its journal, or in Postfix always_bcc, at this computer by SMTP, port 2525.</p>
          <pre>localhost:2525</pre>
          <p>Each message can be searched a moment after it was accepted.</p>
        </div>
      </div>
    </section>
  );
}
