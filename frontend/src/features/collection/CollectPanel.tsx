import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { requestAddress } from '../../shared/requests';
import { count, counted, minute } from '../../shared/wording';
import { isGoingOn, useCollect, usePreview, type Collected, type CollectionPreview } from './searches';

interface CollectPanelProps {
  readonly id: number;
  readonly number: number;
  readonly collected: readonly Collected[];
  readonly isOpen: boolean;
}

/** This puts what a search found under review: first it says exactly what would go in, then how far it is. */
export function CollectPanel({ id, number, collected, isOpen }: CollectPanelProps) {
  const looking = usePreview(id, number);
  const collecting = useCollect(id, number);
  const last = collected.at(-1);
  if (last !== undefined && isGoingOn(last)) return <GoingOn one={last} />;
  const preview = looking.data;
  return (
    <div className="collect">
      {last === undefined ? null : <Ended one={last} id={id} />}
      {!isOpen ? null : preview === undefined ? (
        <button
          type="button"
          className={last === undefined ? 'usa-button' : 'usa-button usa-button--outline'}
          disabled={looking.isPending}
          aria-label={`${last === undefined ? 'Put under review' : 'Look for new messages'}, search ${number}`}
          onClick={() => {
            looking.mutate();
          }}
        >
          {last === undefined ? 'Put under review…' : 'Look for new messages…'}
        </button>
      ) : (
        <Sure
          preview={preview}
          isPending={collecting.isPending}
          onYes={() => {
            collecting.mutate(undefined, {
              onSuccess: () => {
                looking.reset();
              },
            });
          }}
          onNo={() => {
            looking.reset();
          }}
        />
      )}
      <Refused trouble={looking.error ?? collecting.error} />
    </div>
  );
}

function GoingOn({ one }: { one: Collected }) {
  const all = one.matched - one.alreadyThere;
  return (
    <div className="collect" role="status">
      <p>
        Putting messages under review: {count(one.added)} of {count(all)}. You may leave this page; it goes
        on.
      </p>
      <progress className="collect__progress" max={all} value={one.added} aria-label="Put under review">
        {count(one.added)}
      </progress>
    </div>
  );
}

function Ended({ one, id }: { one: Collected; id: number }) {
  if (one.trouble !== undefined) {
    return (
      <Notice kind="warning" title="Not everything was put under review">
        <p>{one.trouble}</p>
      </Notice>
    );
  }
  return (
    <>
      <p className="collect__done">
        <strong>{counted(one.added, 'message')} put under review</strong> on {minute(one.begunAt)} by {one.by}
        ; {count(one.alreadyThere)} of {count(one.matched)} matches were there already. The review then had{' '}
        {counted(one.setAfter ?? 0, 'item')}. Issue the search certificate below when nothing more is to be
        found.
      </p>
      <p className="acts collect__next">
        <Link className="usa-button" href={requestAddress(id, 'review')}>
          Go to the review
        </Link>
      </p>
    </>
  );
}

interface SureProps {
  readonly preview: CollectionPreview;
  readonly isPending: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function Sure({ preview, isPending, onYes, onNo }: SureProps) {
  const { wouldAdd, wouldAddKeptBack, alreadyThere, matched, duplicates, inSet } = preview;
  return (
    <div className="collect__sure">
      <p role="status">
        <strong>
          {counted(matched, 'message')} {matched === 1 ? 'matches' : 'match'} now; {count(alreadyThere)}{' '}
          {alreadyThere === 1 ? 'is' : 'are'} under review already, {count(wouldAdd)} would be added.
        </strong>{' '}
        {wouldAddKeptBack === 0
          ? ''
          : `Of these, ${count(wouldAddKeptBack)} ${wouldAddKeptBack === 1 ? 'is' : 'are'} kept back and go to counsel alone. `}
        {duplicates === 0
          ? ''
          : `${counted(duplicates, 'further delivery', 'further deliveries')} of the same messages ${duplicates === 1 ? 'is' : 'are'} left out: each message is reviewed once. `}
        The review has {count(inSet)} now and would have {count(inSet + wouldAdd)}.
      </p>
      <div className="collection__acts">
        {wouldAdd === 0 ? null : (
          <button type="button" className="usa-button" disabled={isPending} onClick={onYes}>
            {preview.isFirst ? `Put ${count(wouldAdd)} under review` : `Add the ${count(wouldAdd)} new`}
          </button>
        )}
        <button type="button" className="usa-button usa-button--outline" onClick={onNo}>
          {wouldAdd === 0 ? 'Close' : 'Not now'}
        </button>
      </div>
    </div>
  );
}
