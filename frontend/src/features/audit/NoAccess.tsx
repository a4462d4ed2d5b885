import { Problem } from '../../shared/api';
import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { Trouble } from '../../shared/Trouble';

/** What went wrong, or that the trail is not this person's to read, and where they may go instead. */
export function NoAccessOrTrouble({ trouble, onRetry }: { trouble: Error; onRetry: () => void }) {
  if (!(trouble instanceof Problem) || trouble.status !== 403)
    return <Trouble trouble={trouble} onRetry={onRetry} />;
  return (
    <Notice kind="warning" title="The audit trail is not yours to read">
      <p>
        Auditors and counsel read it. What it says about you, you may read:{' '}
        <Link href="/audit/mine">what is written down about me</Link>.
      </p>
    </Notice>
  );
}
