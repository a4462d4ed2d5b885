import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { WordList } from './WordList';
import { words } from './words';

/** This is what the archive's words mean, for whoever meets one on a page. */
export function WordsPage() {
  return (
    <>
      <PageHeading title="What the words mean">What the words mean</PageHeading>
      <p className="lead">
        One word has one meaning here, on every page and in every paper. How to search is in the{' '}
        <Link href="/help">search help</Link>; what each page is for, in <Link href="/help/on">all help</Link>
        .
      </p>
      <WordList words={words} />
    </>
  );
}
