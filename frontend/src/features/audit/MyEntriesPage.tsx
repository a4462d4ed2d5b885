import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { Entries } from './Entries';
import { useMyEntries } from './trail';

/** What the trail says about whoever looks. */
export function MyEntriesPage() {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useMyEntries();
  return (
    <>
      <PageHeading title="What is written down about me">What is written down about me</PageHeading>
      <p className="lead">
        What you do here is written down for the auditor. These are your own entries; nobody can change them.
      </p>
      {error !== null && data === undefined ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting what="Reading the trail…" />
      ) : (
        <Entries
          lines={data.pages.flatMap((page) => page.lines)}
          hasMore={hasNextPage}
          isFetching={isFetching}
          onMore={() => void fetchNextPage()}
          leadsOn={false}
          empty="Nothing is written down about you yet."
        />
      )}
    </>
  );
}
