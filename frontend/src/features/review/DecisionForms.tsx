import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { cityNow } from '../../shared/wording';
import { GroundFields } from './GroundFields';
import type { Ground, MenuRow, Verdict } from './review';

interface FormProps {
  readonly isPending: boolean;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onCancel: () => void;
}

const nothing: Ground = { exemption: '', detail: '' };

/** This is what withholding a whole item needs: its grounds, and what it is here that they cover. */
export function WithholdForm({
  menu,
  verdict,
  isPending,
  onDecide,
  onCancel,
}: FormProps & { menu: readonly MenuRow[]; verdict: Verdict }) {
  const [grounds, setGrounds] = useState<readonly Ground[]>(
    verdict.grounds.length > 0 ? verdict.grounds : [nothing],
  );
  const [reason, setReason] = useState(verdict.kind === 'WITHHOLD' ? verdict.text : '');
  const form = useFocus();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onDecide({ kind: 'WITHHOLD', grounds, text: reason });
  };
  return (
    <form ref={form} className="review-form" onSubmit={submit} aria-label="Withhold the whole item">
      {grounds.map((ground, index) => (
        <GroundFields
          key={index}
          menu={menu}
          ground={ground}
          onChange={(changed) => {
            setGrounds(grounds.map((one, at) => (at === index ? changed : one)));
          }}
        />
      ))}
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        onClick={() => {
          setGrounds([...grounds, nothing]);
        }}
      >
        Add another exemption
      </button>
      <label className="usa-label" htmlFor="review-reason">
        What it is here that the exemption covers
      </label>
      <textarea
        className="usa-input review-area"
        id="review-reason"
        required
        maxLength={2000}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <Buttons confirm="Withhold it" isPending={isPending} onCancel={onCancel} />
    </form>
  );
}

/** This is what counsel is asked, and by when the answer is needed. */
export function ReferForm({ isPending, onDecide, onCancel }: FormProps) {
  const [question, setQuestion] = useState('');
  const [dueOn, setDueOn] = useState('');
  const form = useFocus();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onDecide({ kind: 'REFERRED', grounds: [], text: question, dueOn });
  };
  return (
    <form ref={form} className="review-form" onSubmit={submit} aria-label="Refer to counsel">
      <label className="usa-label" htmlFor="review-question">
        Question to counsel
      </label>
      <textarea
        className="usa-input review-area"
        id="review-question"
        required
        maxLength={2000}
        value={question}
        onChange={(event) => {
          setQuestion(event.target.value);
        }}
      />
      <label className="usa-label" htmlFor="review-due">
        Answer needed by
      </label>
      <input
        className="usa-input"
        id="review-due"
        type="date"
        required
        min={cityNow().day}
        value={dueOn}
        onChange={(event) => {
          setDueOn(event.target.value);
        }}
      />
      <Buttons confirm="Refer to counsel" isPending={isPending} onCancel={onCancel} />
    </form>
  );
}

/** The form that opened is where one goes on. */
function useFocus() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea')?.focus();
  }, []);
  return form;
}

function Buttons({
  confirm,
  isPending,
  onCancel,
}: {
  confirm: string;
  isPending: boolean;
  onCancel: () => void;
}) {
  return (
    <p className="review-form__buttons">
      <button type="submit" className="usa-button" disabled={isPending}>
        {confirm}
      </button>
      <button type="button" className="usa-button usa-button--outline" onClick={onCancel}>
        Cancel
      </button>
    </p>
  );
}
