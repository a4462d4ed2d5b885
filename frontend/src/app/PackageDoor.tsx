import { PackagePage } from '../features/handover/PackagePage';
import { PageHeading } from '../shared/PageHeading';
import { useSession } from '../shared/session';
import { Trouble, Waiting } from '../shared/Trouble';
import { Masthead } from './Masthead';

/** This is the one door without sign-in: the page behind a link to released records. */
export function PackageDoor() {
  const { data: session, error, refetch } = useSession();
  return (
    <>
      <a className="usa-skipnav" href="#main">
        Skip to main content
      </a>
      <Masthead city={session?.city} demonstration={session?.demonstration ?? false} />
      <main id="main" className="page" tabIndex={-1}>
        {session !== undefined ? (
          <PackagePage csrfToken={session.csrfToken} />
        ) : error !== null ? (
          <>
            <PageHeading title="No answer">The archive cannot be reached</PageHeading>
            <Trouble trouble={error} onRetry={() => void refetch()} />
          </>
        ) : (
          <Waiting what="Opening the page…" />
        )}
      </main>
    </>
  );
}
