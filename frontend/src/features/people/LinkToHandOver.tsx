import { Notice } from '../../shared/Notice';
import { minute } from '../../shared/wording';
import type { LinkMade } from './people';

/** This is a one-time link, shown once to the administrator who made it. */
export function LinkToHandOver({ made }: { made: LinkMade }) {
  return (
    <div role="status">
      <Notice kind="success" title="Hand this link over now">
        <p>
          <code>{window.location.origin + made.link}</code>
        </p>
        <p>It works once, until {minute(made.expiresAt)}, and is not shown again.</p>
      </Notice>
    </div>
  );
}
