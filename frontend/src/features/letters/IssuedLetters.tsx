import { useState } from 'react';
import { go } from '../../shared/address';
import { Refused } from '../../shared/Refused';
import { requestAddress } from '../../shared/requests';
import { calendarDay, counted, minute } from '../../shared/wording';
import { HandOver } from './HandOver';
import { saveLetter, useBegin, useMail, wayNames, type IssuedLetter, type LettersOfRequest } from './letters';

interface IssuedLettersProps {
  readonly id: number;
  readonly label: string;
  readonly letters: LettersOfRequest;
}

/** These are the letters that were issued, and how each went out. */
export function IssuedLetters({ id, label, letters }: IssuedLettersProps) {
  return (
    <section className="request-part" aria-labelledby="issued-heading">
      <h2 id="issued-heading">Issued letters</h2>
      {letters.issued.length === 0 ? (
        <p>None yet.</p>
      ) : (
        <ol className="letters__list">
          {letters.issued.map((letter) => (
            <Issued key={letter.number} id={id} label={label} letter={letter} letters={letters} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Issued({ id, label, letter, letters }: IssuedLettersProps & { readonly letter: IssuedLetter }) {
  const [trouble, setTrouble] = useState<Error | null>(null);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const mailing = useMail(id, letter.number);
  const correcting = useBegin(id);
  const canMail = letters.email !== undefined && letters.mailedFrom !== undefined;
  const wasMailed = letter.dispatches.some(({ way, state }) => way === 'EMAIL' && state !== 'FAILED');
  const send = `${wasMailed ? 'Send again to' : 'Send to'} ${letters.email ?? ''}`;
  return (
    <li>
      <h3>
        Letter {letter.number}: {letter.title}
      </h3>
      <p className="letters__note">
        Issued {minute(letter.at)} by {letter.by}, {counted(letter.pages, 'page')}
        {letter.corrects === undefined ? '' : `, in place of letter ${letter.corrects}`}
      </p>
      <Sent letter={letter} />
      <div className="collection__acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-label={`Letter ${letter.number} as PDF`}
          onClick={() => {
            saveLetter(id, letter.number, label).catch((failure: unknown) => {
              setTrouble(failure instanceof Error ? failure : new Error(String(failure)));
            });
          }}
        >
          PDF
        </button>
        {canMail ? (
          <button
            type="button"
            className={wasMailed ? 'usa-button usa-button--outline' : 'usa-button'}
            disabled={mailing.isPending}
            aria-label={`${send}, letter ${letter.number}`}
            onClick={() => {
              mailing.mutate(undefined);
            }}
          >
            {mailing.isPending ? 'Sending…' : send}
          </button>
        ) : null}
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-expanded={isHandingOver}
          aria-label={`Posted or handed over… letter ${letter.number}`}
          onClick={() => {
            setIsHandingOver(!isHandingOver);
          }}
        >
          Posted or handed over…
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-label={`Correct… letter ${letter.number}`}
          disabled={correcting.isPending}
          onClick={() => {
            correcting.mutate(
              { kind: letter.kind, corrects: letter.number },
              {
                onSuccess: ({ draft }) => {
                  go(`${requestAddress(id, 'letters')}/drafts/${draft.id}`);
                },
              },
            );
          }}
        >
          Correct…
        </button>
      </div>
      {canMail ? null : <p className="letters__note">{whyNoMail(letters)}</p>}
      {isHandingOver ? (
        <HandOver
          id={id}
          number={letter.number}
          onDone={() => {
            setIsHandingOver(false);
          }}
        />
      ) : null}
      <Refused trouble={mailing.error ?? correcting.error ?? trouble} />
    </li>
  );
}

const whyNoMail = (letters: LettersOfRequest) =>
  letters.email === undefined
    ? 'It cannot be mailed from here: the requester left no e-mail address.'
    : 'It cannot be mailed from here: whoever looks after the server has set no mail relay.';

function Sent({ letter }: { letter: IssuedLetter }) {
  if (letter.dispatches.length === 0) return <p>Not sent yet.</p>;
  return (
    <ul className="letters__sent">
      {letter.dispatches.map((dispatch) => (
        <li key={dispatch.at}>
          {dispatch.state === 'FAILED'
            ? `Did not leave on ${calendarDay(dispatch.on)}: ${dispatch.note}`
            : dispatch.state === 'BEGUN'
              ? `May have left by e-mail on ${calendarDay(dispatch.on)}: ask the requester.`
              : `${wayNames[dispatch.way]} on ${calendarDay(dispatch.on)} (${dispatch.by})`}
        </li>
      ))}
    </ul>
  );
}
