import { addressOf, Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Waiting } from '../../shared/Trouble';
import { counted } from '../../shared/wording';
import { Entries } from './Entries';
import { NoAccessOrTrouble } from './NoAccess';
import { usePersonsReading } from './trail';

/** What has this person read, and what else have they done. */
export function PersonReadingPage({ person }: { person: number }) {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = usePersonsReading(person);
  const first = data?.pages[0];
  const name = first?.name ?? `person ${person}`;
  return (
    <>
      <p className="back">
        <Link href="/audit">Audit trail</Link>
      </p>
      <PageHeading title={`What ${name} has read`}>What has {name} read?</PageHeading>
      {error !== null && data === undefined ? (
        <NoAccessOrTrouble trouble={error} onRetry={() => void refetch()} />
      ) : first === undefined ? (
        <Waiting what="Reading the trail…" />
      ) : (
        <>
          <p className="lead">
            {counted(first.messagesRead, 'different message')} opened or taken away.{' '}
            <Link href={addressOf('/audit', { person, act: 'OPENED' })}>Only what was opened</Link>
          </p>
          <Entries
            lines={data?.pages.flatMap(({ page }) => page.lines) ?? []}
            hasMore={hasNextPage}
            isFetching={isFetching}
            onMore={() => void fetchNextPage()}
            empty="Nothing is written down about this person."
          />
        </>
      )}
    </>
  );
}
