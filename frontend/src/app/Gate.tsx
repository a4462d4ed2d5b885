import { useState, type ReactNode } from 'react';
import { AcknowledgePage } from '../features/people/AcknowledgePage';
import { InvitationPage } from '../features/people/InvitationPage';
import { TopicPage } from '../features/help/TopicPage';
import { EnrolPage } from '../features/sign-in/EnrolPage';
import { LockPage } from '../features/sign-in/LockPage';
import { RecoveryCodesPage } from '../features/sign-in/RecoveryCodesPage';
import { SecondFactorPage } from '../features/sign-in/SecondFactorPage';
import { SetUpPage } from '../features/sign-in/SetUpPage';
import { SignInPage } from '../features/sign-in/SignInPage';
import { SingleSignOnReturn } from '../features/sign-in/SingleSignOnReturn';
import { returnPath } from '../features/sign-in/place';
import { Link, useAddress } from '../shared/address';
import { PageHeading } from '../shared/PageHeading';
import { useSession, useStayAwake, type Session } from '../shared/session';
import { Trouble, Waiting } from '../shared/Trouble';
import { Masthead } from './Masthead';

/** This lets through whoever is fully signed in, and shows everybody else the one page that is next for them. */
export function Gate({ children }: { children: (session: Session) => ReactNode }) {
  const { data: session, error, refetch } = useSession();
  const { path } = useAddress();
  const [codes, setCodes] = useState<readonly string[]>();
  useStayAwake(session?.state === 'SIGNED_IN');
  const forget = () => {
    setCodes(undefined);
    void refetch();
  };
  if (session?.state === 'SIGNED_IN' && codes === undefined) return children(session);
  return (
    <>
      <a className="usa-skipnav" href="#main">
        Skip to main content
      </a>
      <Masthead city={session?.city} demonstration={session?.demonstration ?? false} />
      <main id="main" className="page" tabIndex={-1}>
        {codes !== undefined ? (
          <RecoveryCodesPage codes={codes} onKept={forget} />
        ) : path.startsWith('/help/on/') ? (
          <TopicPage topic={path.slice('/help/on/'.length)} />
        ) : session !== undefined ? (
          <Next session={session} onEnrolled={setCodes} />
        ) : error !== null ? (
          <>
            <PageHeading title="No answer">The archive cannot be reached</PageHeading>
            <Trouble trouble={error} onRetry={() => void refetch()} />
          </>
        ) : (
          <Waiting what="Opening the archive…" />
        )}
        {session === undefined ? null : <HelpAtTheGate isHelp={path.startsWith('/help/on/')} />}
      </main>
    </>
  );
}

// In a tab of its own: what somebody has begun to fill in, or the secret of a link, must not be lost.
function HelpAtTheGate({ isHelp }: { isHelp: boolean }) {
  return (
    <p className="gate__help">
      {isHelp ? (
        <Link href="/">To the sign-in</Link>
      ) : (
        <a href="/help/on/signing-in" target="_blank" rel="noreferrer">
          Help with signing in (opens a new tab)
        </a>
      )}
    </p>
  );
}

interface NextProps {
  readonly session: Session;
  readonly onEnrolled: (codes: readonly string[]) => void;
}

function Next({ session, onEnrolled }: NextProps) {
  const isBack = useAddress().path === returnPath;
  if (isBack && (session.state === 'SIGNED_OUT' || session.state === 'LOCKED')) return <SingleSignOnReturn />;
  switch (session.state) {
    case 'SET_UP':
      return <SetUpPage />;
    case 'SIGNED_OUT':
      return window.location.pathname === '/invitation' ? (
        <InvitationPage />
      ) : (
        <SignInPage ways={session.ways} />
      );
    case 'SECOND_FACTOR':
      return <SecondFactorPage />;
    case 'ENROL_SECOND_FACTOR':
      return <EnrolPage onDone={onEnrolled} />;
    case 'LOCKED':
      return (
        <LockPage
          name={session.person?.name ?? ''}
          minutes={session.idleLockSeconds / 60}
          ways={session.ways}
        />
      );
    case 'ACKNOWLEDGE_POLICY':
      return <AcknowledgePage />;
    case 'SIGNED_IN':
      return null;
  }
}
