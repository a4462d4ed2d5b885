import { useId } from 'react';
import { Refused } from '../../shared/Refused';
import { count } from '../../shared/wording';
import { useWithdraw, type Release } from './releases';

/** This shows how far a release is; it goes on if the page is left. */
export function Preparing({ id, release, mayStop }: { id: number; release: Release; mayStop: boolean }) {
  const stop = useWithdraw(id, release.id);
  const label = useId();
  const done = release.progress?.done ?? 0;
  const total = release.progress?.total ?? 0;
  return (
    <section className="request-part" aria-labelledby={label}>
      <h2 id={label}>Part {release.part} is being prepared</h2>
      <progress className="release__progress" aria-labelledby={label} value={done} max={Math.max(total, 1)} />
      <p role="status">
        {total === 0
          ? 'It begins when the press is free.'
          : `${count(done)} of ${count(total)} messages printed and read back.`}{' '}
        You may leave this page.
      </p>
      {mayStop ? (
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={stop.isPending}
          onClick={() => {
            stop.mutate('');
          }}
        >
          Stop
        </button>
      ) : null}
      <Refused trouble={stop.error} />
    </section>
  );
}
