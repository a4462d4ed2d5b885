import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { topics } from './topics';
import { WordList } from './WordList';
import { words } from './words';

/** This is the help on one kind of page; without a known topic, the list of all. */
export function TopicPage({ topic }: { topic: string }) {
  const found = topics.find(({ key }) => key === topic);
  if (found === undefined) return <AllTopics />;
  return (
    <>
      <PageHeading title={`Help: ${found.title}`}>Help: {found.title}</PageHeading>
      <div className="help-text">
        {found.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <h2>Words on this page</h2>
      <WordList words={words.filter(({ word }) => found.words.includes(word))} />
      <p className="more-help">
        <Link href="/help/on">All help</Link>
      </p>
    </>
  );
}

function AllTopics() {
  return (
    <>
      <PageHeading title="Help">Help</PageHeading>
      <ul className="ways-on">
        <li>
          <Link href="/help">How to search</Link>
          <span>Words, fields, dates, and what the counts mean.</span>
        </li>
        <li>
          <Link href="/help/words">What the words mean</Link>
          <span>Accession, capture, checkpoint, kept back…</span>
        </li>
        {topics.map(({ key, title, paragraphs }) => (
          <li key={key}>
            <Link href={`/help/on/${key}`}>{title}</Link>
            <span>{paragraphs[0]?.split(/(?<=[.:])\s/)[0]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
