import type { ReactNode } from 'react';
import { Problem, useHealth, useHealthDetails, type Health } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { counted } from '../../shared/wording';
import { Facts } from './Facts';
import { HealthDetailsView } from './HealthDetailsView';

/** This is the page on which a city sees whether its archive is well, and what to do if it is not. */
export function HealthPage({ checks }: { checks: ReactNode }) {
  const { data: details, error, refetch } = useHealthDetails();
  const isForOthers = error instanceof Problem && (error.status === 403 || error.status === 401);
  return (
    <>
      <PageHeading title="Archive health">Archive health</PageHeading>
      {isForOthers ? <InShort /> : null}
      {error !== null && !isForOthers ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {details !== undefined ? (
        <>
          <Standing ok={details.ok} alarms={details.alarms.length} />
          <HealthDetailsView details={details} checks={checks} />
        </>
      ) : error === null ? (
        <Waiting what="Asking how the archive is…" />
      ) : null}
    </>
  );
}

function InShort() {
  const { data: health, error, refetch } = useHealth();
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (health === undefined) return <Waiting what="Asking how the archive is…" />;
  return (
    <>
      <Standing ok={health.ok} alarms={Math.max(health.alarms.length, 1)} />
      <p className="lead">
        Sources, the disk, checkpoints and what to do about alarms are shown to administrators, counsel and
        auditors.
      </p>
      <Facts health={health} />
    </>
  );
}

function Standing({ ok, alarms }: { ok: Health['ok']; alarms: number }) {
  return (
    <div role="status">
      {ok ? (
        <Notice kind="success" title="All is well">
          <p>Mail is being kept and indexed, and no alarm stands.</p>
        </Notice>
      ) : (
        <Notice kind="warning" title={`${counted(alarms, 'alarm')} to look at`}>
          <p>Each alarm says what is wrong and what to do.</p>
        </Notice>
      )}
    </div>
  );
}
