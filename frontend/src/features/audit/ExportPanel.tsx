import { useState, type SubmitEvent } from 'react';
import { Notice } from '../../shared/Notice';
import { save } from '../../shared/takeaway';
import { exported, type Asked } from './trail';

/** Takes the entries on screen, and all that match, away as a file; the reason is an entry itself. */
export function ExportPanel({ asked }: { asked: Asked }) {
  const [state, setState] = useState<'idle' | 'working' | 'done' | Error>('idle');
  const take = async (reason: string) => {
    setState('working');
    try {
      save(await exported(asked, reason), 'audit.csv');
      setState('done');
    } catch (trouble) {
      setState(trouble instanceof Error ? trouble : new Error('Try again in a moment.'));
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    void take(typeof reason === 'string' ? reason : '');
  };
  return (
    <details className="export">
      <summary>Export these entries</summary>
      <form onSubmit={submit}>
        <p id="export-hint">
          All entries that match the filters, as CSV. The export and your reason become an entry of the trail.
        </p>
        <label className="usa-label" htmlFor="export-reason">
          Why do you need them?
        </label>
        <input
          className="usa-input"
          id="export-reason"
          name="reason"
          required
          maxLength={500}
          autoComplete="off"
          aria-describedby="export-hint"
        />
        <button type="submit" className="usa-button" disabled={state === 'working'}>
          {state === 'working' ? 'Exporting…' : 'Export CSV'}
        </button>
      </form>
      <div role="status">
        {state === 'done' ? <p>The file is saved, and the export is written down.</p> : null}
      </div>
      {state instanceof Error ? (
        <Notice kind="error" title="Nothing was exported">
          <p>{state.message}</p>
        </Notice>
      ) : null}
    </details>
  );
}
