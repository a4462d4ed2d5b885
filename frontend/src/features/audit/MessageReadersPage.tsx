import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Waiting } from '../../shared/Trouble';
import { counted, moment } from '../../shared/wording';
import { Entries } from './Entries';
import { NoAccessOrTrouble } from './NoAccess';
import { useMessageReaders } from './trail';
import { actWords, personAddress } from './words';

/** Who has read this message: without anything of the message but its number. */
export function MessageReadersPage({ accession }: { accession: number }) {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useMessageReaders(accession);
  const readings = data?.pages[0]?.readings ?? [];
  return (
    <>
      <p className="back">
        <Link href="/audit">Audit trail</Link>
      </p>
      <PageHeading title={`Who has read message ${accession}`}>Who has read message {accession}?</PageHeading>
      {error !== null && data === undefined ? (
        <NoAccessOrTrouble trouble={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting what="Reading the trail…" />
      ) : (
        <>
          {readings.length === 0 ? null : (
            <ul className="readers" aria-label="People who had to do with it">
              {readings.map(({ person, name, act, times, firstAt, lastAt }) => (
                <li key={`${person} ${act}`}>
                  <Link href={personAddress(person)}>{name}</Link>{' '}
                  {actWords(act).replace(' a message', ' it')}
                  {act === 'SEARCHED' ? ' and saw it among the results' : ''}: {counted(times, 'time')},{' '}
                  {times === 1 ? moment(lastAt) : `from ${moment(firstAt)} to ${moment(lastAt)}`}
                </li>
              ))}
            </ul>
          )}
          <h2 className="entries__heading">Every entry</h2>
          <Entries
            lines={data.pages.flatMap(({ page }) => page.lines)}
            hasMore={hasNextPage}
            isFetching={isFetching}
            onMore={() => void fetchNextPage()}
            empty="Nobody has found, opened or taken away this message, and nobody was refused it."
          />
        </>
      )}
    </>
  );
}
