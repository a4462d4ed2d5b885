import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { usePolicy } from '../../shared/policy';
import { hasRole, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { day } from '../../shared/wording';
import { PublishPolicy } from './PublishPolicy';
import { Readings } from './Readings';
import type { Policy } from './settings';

/** This is the city's notice and policy: the version in force, who has acknowledged it, and a new version. */
export function PolicyPage({ session }: { session: Session }) {
  const { data, error, refetch } = usePolicy();
  return (
    <>
      <PageHeading title="Notice and policy">Notice and policy</PageHeading>
      <p className="lead">
        Nobody goes on here who has not acknowledged the notice of monitoring and the acceptable-use policy in
        force. Each version is kept, with who acknowledged it and when.
      </p>
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting what="Fetching the policy…" />
      ) : (
        <>
          {data.policy === undefined ? <NonePublished /> : <InForce policy={data.policy} />}
          {data.policy !== undefined && hasRole(session, 'ADMINISTRATOR', 'AUDITOR') ? (
            <Readings version={data.policy.version} />
          ) : null}
          {hasRole(session, 'ADMINISTRATOR') ? (
            <PublishPolicy key={data.policy?.version ?? 0} inForce={data.policy} />
          ) : null}
        </>
      )}
    </>
  );
}

function NonePublished() {
  return (
    <Notice kind="warning" title="No notice and policy is published">
      <p>
        Nobody has to acknowledge anything. Some states require a notice before electronic monitoring, such as
        Connecticut (C.G.S. § 31-48d). Ask counsel.
      </p>
    </Notice>
  );
}

function InForce({ policy }: { policy: Policy }) {
  return (
    <section aria-labelledby="in-force">
      <h2 id="in-force">
        Version {policy.version}, in force since {day(policy.publishedAt)}
      </h2>
      <details>
        <summary>Read the notice of monitoring</summary>
        <p className="policy-text">{policy.notice}</p>
      </details>
      <details>
        <summary>Read the policy</summary>
        <p className="policy-text">{policy.text}</p>
      </details>
    </section>
  );
}
