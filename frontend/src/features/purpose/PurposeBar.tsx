import { useRef } from 'react';
import { minute } from '../../shared/wording';
import type { Session } from '../../shared/session';
import { PurposeForm } from './PurposeForm';
import { kinds } from './purposes';

/** This is the line above every page of a reader: what mail is read for now, and the way to change it. */
export function PurposeBar({ session }: { session: Session }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { purpose } = session;
  if (purpose === undefined) return null;
  return (
    <section className="purpose-bar" aria-label="What you are reading for">
      <div className="purpose-bar__inner">
        <p>
          Reading for{' '}
          <strong>
            {kinds[purpose.kind].name} {purpose.reference}
          </strong>{' '}
          <span className="purpose-bar__since">since {minute(purpose.statedAt)}</span>
        </p>
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => dialog.current?.showModal()}
        >
          Change purpose
        </button>
      </div>
      <dialog className="dialog" ref={dialog} aria-labelledby="purpose-heading">
        <h2 id="purpose-heading">What are you reading for now?</h2>
        <PurposeForm key={purpose.statedAt} session={session} onStated={() => dialog.current?.close()} />
        <form method="dialog">
          <button type="submit" className="usa-button usa-button--unstyled">
            Stay with {purpose.reference}
          </button>
        </form>
      </dialog>
    </section>
  );
}
