import { useId, type SubmitEvent } from 'react';

interface ReasonFormProps {
  /** What the button that opens the form says, and what it is about for a screen reader. */
  readonly act: string;
  readonly about: string;
  readonly confirm: string;
  readonly isPending: boolean;
  readonly trouble: Error | null;
  readonly onReason: (reason: string) => void;
}

/** This is an act that needs a reason: it opens in its place, and does nothing until the reason is given. */
export function ReasonForm({ act, about, confirm, isPending, trouble, onReason }: ReasonFormProps) {
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    if (typeof reason === 'string') onReason(reason);
  };
  return (
    <details className="reason">
      <summary>
        {act}
        <span className="usa-sr-only"> {about}</span>
      </summary>
      <form onSubmit={submit}>
        <label className="usa-label" htmlFor={id}>
          Reason (it is written down)
        </label>
        <input className="usa-input" id={id} name="reason" required maxLength={500} autoComplete="off" />
        <button type="submit" className="usa-button" disabled={isPending}>
          {confirm}
        </button>
        {trouble === null ? null : <p role="alert">{trouble.message}</p>}
      </form>
    </details>
  );
}
