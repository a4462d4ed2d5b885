import { Problem } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { hasRole, type Session } from '../../shared/session';
import { useSingleSignOn } from '../../shared/singleSignOn';
import { Trouble, Waiting } from '../../shared/Trouble';
import { SettingsForm } from './SettingsForm';
import { TrialPanel } from './TrialPanel';
import { TurnOff } from './TurnOff';
import { VersionPanel } from './VersionPanel';
import type { Standing } from './singleSignOn';

/** This is where an administrator connects the city's directory, and counsel lets it come into force. */
export function SingleSignOnPage({ session }: { session: Session }) {
  const { data, error, refetch } = useSingleSignOn();
  return (
    <>
      <PageHeading title="Single sign-on">Single sign-on</PageHeading>
      <p className="lead">
        People sign in with their city account: the city’s directory says who they are (OpenID Connect), and
        its groups may mean roles here. Whoever chooses the directory chooses who may be anybody, so nothing
        counts until <strong>counsel confirms it</strong>.
      </p>
      {error instanceof Problem && error.status === 403 ? (
        <Notice kind="info" title="This page is not for your role">
          <p>{error.message}</p>
        </Notice>
      ) : error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting what="Fetching the settings…" />
      ) : (
        <Standing standing={data} mayChange={hasRole(session, 'ADMINISTRATOR')} />
      )}
    </>
  );
}

function Standing({ standing, mayChange }: { standing: Standing; mayChange: boolean }) {
  const { inForce, waiting } = standing;
  const newest = waiting ?? inForce;
  return (
    <>
      {newest === undefined ? (
        <Notice kind="info" title="There is no single sign-on yet">
          <p>
            People sign in with a password or a passkey.{mayChange ? '' : ' An administrator can set it up.'}
          </p>
        </Notice>
      ) : null}
      {waiting === undefined ? null : <VersionPanel version={waiting} mayChange={mayChange} />}
      {inForce === undefined ? null : <VersionPanel version={inForce} mayChange={mayChange} />}
      {mayChange ? (
        <>
          {newest === undefined ? null : <TrialPanel key={newest.version} />}
          <SettingsForm key={newest?.version ?? 0} before={newest} />
          {newest === undefined ? null : <TurnOff />}
        </>
      ) : null}
    </>
  );
}
