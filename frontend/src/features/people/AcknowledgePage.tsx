import { asked, client } from '../../shared/api';
import { PageHeading } from '../../shared/PageHeading';
import { usePolicy } from '../../shared/policy';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';

/** This is the last step of signing in when the city's notice or policy is new to a person. */
export function AcknowledgePage() {
  const { data, error, refetch } = usePolicy();
  const acknowledge = useSessionAct((version: number) =>
    asked<Session>(client.POST('/api/session/acknowledgement', { body: { version } })),
  );
  const policy = data?.policy;
  return (
    <div className="gate gate--wide">
      <PageHeading title="Notice and policy">Read this before you go on</PageHeading>
      <p className="gate__lead">The city asks it of everybody once, and again when the text changes.</p>
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {policy === undefined ? (
        <Waiting what="Fetching the policy…" />
      ) : (
        <>
          <h2>Notice of electronic monitoring</h2>
          <p className="policy-text">{policy.notice}</p>
          <h2>Policy, version {policy.version}</h2>
          <p className="policy-text">{policy.text}</p>
          <Refused trouble={acknowledge.error} />
          <p className="acts">
            <button
              className="usa-button"
              type="button"
              disabled={acknowledge.isPending}
              onClick={() => {
                acknowledge.mutate(policy.version);
              }}
            >
              I have read both and agree to abide by the policy
            </button>
          </p>
        </>
      )}
    </div>
  );
}
