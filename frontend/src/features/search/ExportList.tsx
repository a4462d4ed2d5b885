import { useMutation } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { saveList } from '../../shared/takeaway';
import { counted } from '../../shared/wording';

/** This is how the list of all results is taken away: with a reason, all of them, and with their number said. */
export function ExportList({ q, total }: { q: string; total: number }) {
  const exporting = useMutation({ mutationFn: (reason: string) => saveList(q, reason) });
  const take = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    if (typeof reason === 'string') exporting.mutate(reason);
  };
  return (
    <details className="export-list">
      <summary>Export this list</summary>
      <form onSubmit={take}>
        <p>
          A spreadsheet (CSV) of all {counted(total, 'message')}: who, when, subject, names of attachments. No
          text. The export is written down with your reason.
        </p>
        <label className="usa-label" htmlFor="export-reason">
          Reason
        </label>
        <input
          className="usa-input"
          id="export-reason"
          name="reason"
          required
          maxLength={500}
          autoComplete="off"
        />
        <button type="submit" className="usa-button usa-button--outline" disabled={exporting.isPending}>
          {exporting.isPending ? 'Exporting…' : 'Export'}
        </button>
      </form>
      <p role="status">
        {exporting.isSuccess ? `${counted(exporting.data, 'message')} exported.` : ''}
        {exporting.isError ? `Not exported. ${exporting.error.message}` : ''}
      </p>
    </details>
  );
}
