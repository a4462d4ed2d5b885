import { useHealth, type Health } from '../../shared/api';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { count, counted, moment } from '../../shared/wording';

export function HealthPage() {
  const { data: health, error, refetch } = useHealth();
  return (
    <>
      <PageHeading title="Archive health">Archive health</PageHeading>
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {health !== undefined ? <State health={health} /> : error === null ? <Waiting what="Asking…" /> : null}
    </>
  );
}

function State({ health }: { health: Health }) {
  return (
    <>
      <div role="status">
        {health.ok ? (
          <Notice kind="success" title="All is well">
            <p>Mail is being kept and indexed, and no alarm stands.</p>
          </Notice>
        ) : (
          <Notice kind="warning" title={`${counted(health.alarms.length, 'alarm')} to look at`}>
            <p>Each one below says what is wrong and what to do.</p>
          </Notice>
        )}
      </div>
      <Alarms alarms={health.alarms} />
      <h2>How far the archive has come</h2>
      <dl className="facts">
        <Fact name="Records kept" value={count(health.captured)} />
        <Fact name="Indexed through" value={`${count(health.indexedThrough)}${behind(health)}`} />
        <Fact
          name="Proven by the last signed checkpoint"
          value={
            health.lastCheckpoint === undefined
              ? 'none yet'
              : `the first ${count(health.lastCheckpoint.size)}, at ${moment(health.lastCheckpoint.signedAt)}`
          }
        />
        <Fact
          name="Last integrity check"
          value={
            health.lastVerified === undefined ? 'none yet: ./muniment verify' : moment(health.lastVerified)
          }
        />
      </dl>
    </>
  );
}

function Alarms({ alarms }: { alarms: Health['alarms'] }) {
  if (alarms.length === 0) return null;
  return (
    <>
      <h2>Alarms</h2>
      <ul className="alarms">
        {alarms.map((alarm) => (
          <li key={alarm.id}>
            <p className="alarms__sentence">{alarm.sentence}</p>
            <p>{alarm.advice}</p>
            <p className="alarms__facts">
              Since {moment(alarm.raisedAt)}, alarm {alarm.id}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="facts__fact">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const behind = ({ captured, indexedThrough }: Health) =>
  indexedThrough < captured ? ` (${count(captured - indexedThrough)} to come)` : '';
