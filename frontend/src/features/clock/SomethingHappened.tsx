import { useId, useState, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { calendarDay } from '../../shared/wording';
import { useHappened, useTrial, type ClockEventForm, type ClockView } from './clock';
import { RowMark } from './RowMark';

interface Choice {
  readonly key: string;
  readonly kind: NonNullable<ClockEventForm['kind']>;
  readonly name: string;
  readonly reason?: string;
  readonly daysMax?: number;
  /** What the law says, where it says something. */
  readonly law?: { readonly plain: string; readonly citation: string; readonly isKnown: boolean };
}

/** This is where an officer says what happened. What the law does not know is said here, and cannot be chosen. */
export function SomethingHappened({ id, clock }: { id: number; clock: ClockView }) {
  const group = useId();
  const choices = choicesOf(clock);
  const [key, setKey] = useState('');
  const [on, setOn] = useState(clock.today);
  const [days, setDays] = useState('');
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const happened = useHappened(id);
  const choice = choices.find((one) => one.key === key);
  const form = choice === undefined || on === '' ? undefined : formOf(choice, on, days, reason, note);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form === undefined) return;
    happened.mutate(form, {
      onSuccess: () => {
        setKey('');
        setDays('');
        setReason('');
        setNote('');
      },
    });
  };
  const unknown = clock.acts.filter((act) => !act.isKnown);
  return (
    <section className="request-part" aria-labelledby="happened">
      <h2 id="happened">Something happened</h2>
      <form onSubmit={submit}>
        <Refused trouble={happened.error} />
        <fieldset className="usa-fieldset clock-choices">
          <legend className="usa-legend">What happened?</legend>
          {choices.map((one) => (
            <label className="tick" key={one.key}>
              <input
                type="radio"
                name={group}
                checked={one.key === key}
                onChange={() => {
                  setKey(one.key);
                }}
              />
              {one.name}
            </label>
          ))}
        </fieldset>
        {unknown.map((act) => (
          <p className="clock-unknown" key={act.kind}>
            <b>{act.words}: not by this law.</b> {act.plain} <cite>{act.citation}</cite>
          </p>
        ))}
        {choice === undefined ? null : (
          <>
            {choice.law === undefined ? null : (
              <p className="clock-law">
                {choice.law.plain} <cite>{choice.law.citation}</cite>
              </p>
            )}
            <Field label="On which day" type="date" required max={clock.today} value={on} onType={setOn} />
            {choice.daysMax === undefined ? null : (
              <Field
                label="For how many days"
                hint={`Leave it empty for as many as the law gives: ${choice.daysMax}.`}
                type="number"
                min={1}
                max={choice.daysMax}
                value={days}
                onType={setDays}
              />
            )}
            {choice.kind === 'close' ? (
              <Field
                label="Why the office was closed"
                required
                maxLength={120}
                value={reason}
                onType={setReason}
              />
            ) : null}
            <Field label="Note (optional)" maxLength={500} value={note} onType={setNote} />
            <Outcome id={id} form={form} kind={choice.kind} />
            <p className="acts">
              <button className="usa-button" type="submit" disabled={happened.isPending}>
                Write it down
              </button>
            </p>
          </>
        )}
      </form>
    </section>
  );
}

/** What the date would be. */
function Outcome({ id, form, kind }: { id: number; form: ClockEventForm | undefined; kind: string }) {
  const { data: trial, error } = useTrial(id, form);
  if (error !== null) return <p className="clock-unknown">{error.message}</p>;
  if (trial === undefined) return null;
  return (
    <div className="clock-outcome" role="status">
      <p>
        {trial.dueOn === undefined ? (
          'There would be no date until the clock runs again.'
        ) : (
          <>
            The date would be <b>{calendarDay(trial.dueOn)}</b>.
            {kind === 'extend'
              ? ' Write it into the notice to the requester as the day the answer is expected.'
              : ''}
          </>
        )}
      </p>
      <RowMark citation={trial.citation} mark={trial.mark} verified={trial.verified} />
    </div>
  );
}

function choicesOf(clock: ClockView): readonly Choice[] {
  const known = clock.acts
    .filter((act) => act.isKnown)
    .map((act): Choice => ({
      key: `${act.kind}-${act.reason ?? ''}`,
      kind: act.kind,
      name: act.words,
      ...(act.reason === undefined ? {} : { reason: act.reason }),
      ...(act.daysMax === undefined ? {} : { daysMax: act.daysMax }),
      law: act,
    }));
  const resume: readonly Choice[] = clock.standsStill
    ? [{ key: 'resume', kind: 'resume', name: 'The requester’s answer arrived: the clock runs again' }]
    : [];
  return [
    ...resume,
    ...known.filter(({ kind }) => !(clock.standsStill && kind === 'toll')),
    { key: 'close', kind: 'close', name: 'The office was closed unexpectedly' },
    { key: 'answer', kind: 'answer', name: 'The city’s answer went out' },
  ];
}

function formOf(choice: Choice, on: string, days: string, reason: string, note: string): ClockEventForm {
  const said = choice.kind === 'close' ? reason.trim() : (choice.reason ?? '');
  return {
    kind: choice.kind,
    on,
    ...(days === '' || choice.daysMax === undefined ? {} : { days: Number(days) }),
    ...(said === '' ? {} : { reason: said }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  };
}
