import { useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { TextBox } from '../../shared/TextBox';
import { calendarDay, cityNow } from '../../shared/wording';
import { WayChoice } from './WayChoice';
import { useLogIncoming, wayNames, type IncomingLetter, type Way } from './letters';

/** This is what came in about a request, and where it is written down. */
export function Incoming({ id, incoming }: { id: number; incoming: readonly IncomingLetter[] }) {
  const [isLogging, setIsLogging] = useState(false);
  return (
    <section className="request-part" aria-labelledby="incoming-heading">
      <h2 id="incoming-heading">What came in</h2>
      {incoming.length === 0 ? <p>Nothing is logged yet.</p> : null}
      <ol className="letters__list">
        {incoming.map((letter) => (
          <li key={letter.id}>
            <h3>{letter.about}</h3>
            <p className="letters__note">
              {calendarDay(letter.receivedOn)}, {cameBy(letter.way)}
              {letter.from === '' ? '' : `, from ${letter.from}`} (logged by {letter.by})
            </p>
            {letter.words === '' ? null : <blockquote className="request-words">{letter.words}</blockquote>}
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-expanded={isLogging}
        onClick={() => {
          setIsLogging(!isLogging);
        }}
      >
        Log what came in
      </button>
      {isLogging ? (
        <LogForm
          id={id}
          onDone={() => {
            setIsLogging(false);
          }}
        />
      ) : null}
    </section>
  );
}

const cameBy = (way: Way) =>
  ({
    POST: 'by mail',
    HAND: 'at the counter',
    PHONE: 'by telephone',
    EMAIL: 'by e-mail',
    OTHER: wayNames.OTHER.toLowerCase(),
  })[way];

function LogForm({ id, onDone }: { id: number; onDone: () => void }) {
  const [way, setWay] = useState<Way>('EMAIL');
  const [receivedOn, setReceivedOn] = useState(cityNow().day);
  const [from, setFrom] = useState('');
  const [about, setAbout] = useState('');
  const [words, setWords] = useState('');
  const logging = useLogIncoming(id);
  const keep = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    logging.mutate({ way, receivedOn, from, about, words }, { onSuccess: onDone });
  };
  return (
    <form className="letters__form" onSubmit={keep} aria-label="What came in">
      <WayChoice
        name="How it came"
        ways={['EMAIL', 'POST', 'HAND', 'PHONE', 'OTHER']}
        way={way}
        onChoose={setWay}
      />
      <div className="field-row">
        <Field label="Received on" type="date" required value={receivedOn} onType={setReceivedOn} />
        <Field label="From (optional)" maxLength={200} autoComplete="off" value={from} onType={setFrom} />
      </div>
      <Field
        label="What it is about"
        hint="A few words for the timeline."
        required
        maxLength={200}
        autoComplete="off"
        value={about}
        onType={setAbout}
      />
      <TextBox label="What it says (optional)" rows={5} maxLength={100000} value={words} onType={setWords} />
      <button type="submit" className="usa-button" disabled={logging.isPending}>
        Log it
      </button>
      <Refused trouble={logging.error} />
    </form>
  );
}
