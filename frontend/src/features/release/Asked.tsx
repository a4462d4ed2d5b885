import { useId, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';

interface AskedProps {
  readonly act: string;
  readonly about: string;
  readonly label: string;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly trouble: Error | null;
  readonly onSaid: (reason: string) => void;
}

/** This is an act that needs a reason: it opens in its place, and does nothing until the reason is given. */
export function Asked({ act, about, label, confirm, isPending, trouble, onSaid }: AskedProps) {
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget).get('reason');
    if (typeof said === 'string') onSaid(said);
  };
  return (
    <details className="reason">
      <summary>
        {act}
        <span className="usa-sr-only"> {about}</span>
      </summary>
      <form onSubmit={submit}>
        <label className="usa-label" htmlFor={id}>
          {label} (it is written down)
        </label>
        <input className="usa-input" id={id} name="reason" required maxLength={1000} autoComplete="off" />
        <button type="submit" className="usa-button usa-button--secondary" disabled={isPending}>
          {confirm}
        </button>
        <Refused trouble={trouble} />
      </form>
    </details>
  );
}
