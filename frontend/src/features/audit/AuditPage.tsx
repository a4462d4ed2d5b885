import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Waiting } from '../../shared/Trouble';
import { count } from '../../shared/wording';
import { Entries } from './Entries';
import { ExportPanel } from './ExportPanel';
import { Filters } from './Filters';
import { NoAccessOrTrouble } from './NoAccess';
import { askedIn, useCheckpoint, useTrail } from './trail';

export function AuditPage({ query }: { query: URLSearchParams }) {
  const asked = askedIn(query);
  const trail = useTrail(asked);
  if (trail.error !== null && trail.data === undefined)
    return (
      <>
        <Heading />
        <NoAccessOrTrouble trouble={trail.error} onRetry={() => void trail.refetch()} />
      </>
    );
  return (
    <>
      <Heading />
      <p className="lead">
        Everything done here: who, in which role, for what purpose, when and from where. It never holds what a
        message says. Looking at it is an entry too.
      </p>
      <Filters asked={asked} />
      {trail.data === undefined ? (
        <Waiting what="Reading the trail…" />
      ) : (
        <Entries
          lines={trail.data.pages.flatMap((page) => page.lines)}
          hasMore={trail.hasNextPage}
          isFetching={trail.isFetching}
          onMore={() => void trail.fetchNextPage()}
          empty={
            Object.keys(asked).length === 0
              ? 'Nothing is written down yet. The first sign-in will be the first entry.'
              : 'No entry matches these filters. Change them, or show everything.'
          }
        />
      )}
      <ExportPanel asked={asked} />
      <Sealed />
    </>
  );
}

const Heading = () => <PageHeading title="Audit trail">Audit trail</PageHeading>;

/** How much of the trail is signed, so that nothing can be taken out unseen. */
function Sealed() {
  const { data: signed } = useCheckpoint();
  if (signed === undefined) return null;
  return (
    <details className="export">
      <summary>How the trail is protected</summary>
      <p>
        The first {count(signed.size)} entries are signed as one. Keep this note elsewhere: with it anybody
        can show later that nothing was changed or taken out. <Link href="/help">What a checkpoint is</Link>
      </p>
      <pre className="checkpoint">{signed.note}</pre>
    </details>
  );
}
