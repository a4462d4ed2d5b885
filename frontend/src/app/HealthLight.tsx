import { useHealth } from '../shared/api';
import { Link } from '../shared/address';
import { Icon } from '../shared/Icon';
import { count, counted } from '../shared/wording';

/** This is the line at the foot of every page: whether all is well, and how far the archive and its index have come. */
export function HealthLight() {
  const { data: health } = useHealth();
  if (health === undefined) return <p className="health-light">Archive health is not known yet.</p>;
  const alarms = health.alarms.length;
  return (
    <p className="health-light">
      <Icon name={health.ok ? 'check_circle' : 'warning'} />
      <Link href="/health">{health.ok ? 'All is well' : `${counted(alarms, 'alarm')} to look at`}</Link>
      <span>
        {counted(health.captured, 'record')} kept; indexed through {count(health.indexedThrough)}
      </span>
    </p>
  );
}
