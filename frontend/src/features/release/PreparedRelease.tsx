import { Notice } from '../../shared/Notice';
import { counted, minute } from '../../shared/wording';
import { Asked } from './Asked';
import { DraftLook } from './DraftLook';
import { FinalisePanel } from './FinalisePanel';
import { Obstacles } from './Obstacles';
import { useWithdraw, type Release } from './releases';

interface PreparedReleaseProps {
  readonly id: number;
  readonly release: Release;
  readonly mayWithdraw: boolean;
}

/** This is a release that waits for its second person: what to look at, its pages, and the button. */
export function PreparedRelease({ id, release, mayWithdraw }: PreparedReleaseProps) {
  const withdraw = useWithdraw(id, release.id);
  return (
    <section className="request-part" aria-labelledby="prepared-heading">
      <h2 id="prepared-heading">Part {release.part} waits for a second person</h2>
      <p>
        Prepared by {release.preparedBy} on {minute(release.preparedAt)}: {counted(release.pages, 'page')}{' '}
        from {release.firstBates}, {counted(release.redactions, 'redaction')}.
      </p>
      {release.warnings.length === 0 ? null : (
        <Notice kind="warning" title="Look at this before it leaves">
          <ul className="usa-list">
            {release.warnings.map((one) => (
              <li key={one.sentence}>{one.sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Obstacles id={id} obstacles={release.obstacles} />
      {mayWithdraw ? (
        <DraftLook id={id} release={release} />
      ) : (
        <p>A records officer or counsel looks at its pages.</p>
      )}
      <FinalisePanel id={id} release={release} />
      {mayWithdraw ? (
        <Asked
          act="Withdraw it"
          about={`part ${release.part}`}
          label="Why it is withdrawn"
          confirm="Withdraw"
          isPending={withdraw.isPending}
          trouble={withdraw.error}
          onSaid={(reason) => {
            withdraw.mutate(reason);
          }}
        />
      ) : null}
    </section>
  );
}
