import { requestAddress } from '../../shared/requests';
import { go } from '../../shared/address';
import { hasRole, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { DraftPage } from './DraftPage';
import { Drafts } from './Drafts';
import { Incoming } from './Incoming';
import { IssuedLetters } from './IssuedLetters';
import { NewLetter } from './NewLetter';
import { useLetters } from './letters';

interface LettersTabProps {
  readonly id: number;
  readonly label: string;
  /** '' or such as `drafts/3`. */
  readonly rest: string;
  /** The kind of letter that a link from elsewhere is about. */
  readonly chosen?: string | undefined;
  readonly session: Session;
}

/** These are a request's letters: written, issued, sent, and what came in. */
export function LettersTab({ id, label, rest, chosen, session }: LettersTabProps) {
  const { data, error, refetch } = useLetters(id);
  const draft = /^drafts\/(\d{1,15})$/.exec(rest)?.[1];
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what="Opening the letters…" />;
  if (draft !== undefined) {
    return <DraftPage key={draft} id={id} draft={Number(draft)} isCounsel={hasRole(session, 'COUNSEL')} />;
  }
  return (
    <div className="letters">
      <p className="lead">
        Write to the requester. Each letter is filled from this request and carries the words the law wants;
        once issued it has a number and never changes. Log what comes in here, too.
      </p>
      <NewLetter
        id={id}
        templates={data.templates}
        chosen={chosen}
        fitting={data.fitting}
        onBegun={(begun) => {
          go(`${requestAddress(id, 'letters')}/drafts/${begun}`);
        }}
      />
      <Drafts id={id} letters={data} />
      <IssuedLetters id={id} label={label} letters={data} />
      <Incoming id={id} incoming={data.incoming} />
    </div>
  );
}
