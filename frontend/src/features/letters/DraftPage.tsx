import { useState, type SubmitEvent } from 'react';
import { go, Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { requestAddress } from '../../shared/requests';
import { TextBox } from '../../shared/TextBox';
import { Trouble, Waiting } from '../../shared/Trouble';
import { Confirm } from './Confirm';
import { LetterSheet } from './LetterSheet';
import {
  saveDraft,
  useChange,
  useDraft,
  useIssue,
  usePutAway,
  type DraftView,
  type LetterPiece,
} from './letters';

interface DraftPageProps {
  readonly id: number;
  readonly draft: number;
  readonly isCounsel: boolean;
}

/** This is one letter in work: what the officer writes on the one side, the whole letter on the other. */
export function DraftPage({ id, draft, isCounsel }: DraftPageProps) {
  const { data, error, refetch } = useDraft(id, draft);
  const back = requestAddress(id, 'letters');
  if (error !== null && data === undefined) {
    return (
      <>
        <Trouble trouble={error} onRetry={() => void refetch()} />
        <Link href={back}>All letters</Link>
      </>
    );
  }
  if (data === undefined) return <Waiting what="Filling in the letter…" />;
  return (
    <>
      <p>
        <Link href={back}>All letters of this request</Link>
      </p>
      <div className="letter-draft">
        <Editor
          id={id}
          view={data}
          isCounsel={isCounsel}
          onOver={() => {
            go(back);
          }}
        />
        <LetterSheet text={data.text} />
      </div>
    </>
  );
}

interface EditorProps {
  readonly id: number;
  readonly view: DraftView;
  readonly isCounsel: boolean;
  readonly onOver: () => void;
}

const partsOf = (view: DraftView) =>
  view.text.pieces.filter(
    (piece): piece is LetterPiece & { free: NonNullable<LetterPiece['free']> } => piece.free !== undefined,
  );

function Editor({ id, view, isCounsel, onOver }: EditorProps) {
  const { draft, missing, unverified } = view;
  const [addressee, setAddressee] = useState(draft.addressee);
  const [free, setFree] = useState<Readonly<Record<string, string>>>(draft.free);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const changing = useChange(id, draft.id);
  const issuing = useIssue(id, draft.id);
  const putting = usePutAway(id, draft.id);
  const parts = partsOf(view);
  const isChanged =
    addressee !== draft.addressee || parts.some((part) => (free[part.free.id] ?? '') !== part.words);
  const keep = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    changing.mutate({ addressee, free });
  };
  return (
    <section className="request-part" aria-labelledby="draft-heading">
      <h2 id="draft-heading">Write the letter</h2>
      <form onSubmit={keep}>
        <TextBox
          label="To"
          hint="Name and address, as on the envelope."
          rows={4}
          maxLength={1000}
          value={addressee}
          onType={setAddressee}
        />
        {parts.map((part) => (
          <TextBox
            key={part.free.id}
            label={part.free.isRequired ? part.free.label : `${part.free.label} (optional)`}
            hint={part.free.hint === '' ? undefined : part.free.hint}
            rows={6}
            maxLength={20000}
            value={free[part.free.id] ?? ''}
            onType={(words) => {
              setFree({ ...free, [part.free.id]: words });
            }}
          />
        ))}
        <button type="submit" className="usa-button" disabled={changing.isPending || !isChanged}>
          Save the draft
        </button>
      </form>
      <p role="status" className="letters__note">
        {isChanged ? 'Not saved yet.' : changing.isSuccess ? 'Saved. The letter beside shows it.' : ''}
      </p>
      <Refused trouble={changing.error} />
      {unverified.length === 0 ? null : (
        <Confirm id={id} draft={draft.id} rows={unverified} isCounsel={isCounsel} />
      )}
      {missing.length === 0 ? null : (
        <Notice kind="info" title="Still to be written">
          <p>{missing.join('; ')}</p>
        </Notice>
      )}
      <h3>Issue it</h3>
      <p>
        Issuing prints the letter, gives it a number and keeps it for good. It is not sent yet: you send it
        afterwards, or say how you handed it over.
      </p>
      <div className="collection__acts">
        <button
          type="button"
          className="usa-button"
          disabled={isChanged || issuing.isPending || missing.length > 0 || unverified.length > 0}
          onClick={() => {
            issuing.mutate(undefined, { onSuccess: onOver });
          }}
        >
          {issuing.isPending ? 'Printing and reading back…' : 'Issue the letter'}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          onClick={() => {
            saveDraft(id, draft.id).catch((failure: unknown) => {
              setTrouble(failure instanceof Error ? failure : new Error(String(failure)));
            });
          }}
        >
          Draft as PDF
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={putting.isPending}
          onClick={() => {
            putting.mutate(undefined, { onSuccess: onOver });
          }}
        >
          Put the draft away
        </button>
      </div>
      <Refused trouble={issuing.error ?? putting.error ?? trouble} />
    </section>
  );
}
