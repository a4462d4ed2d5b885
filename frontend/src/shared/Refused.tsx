import { Problem } from './api';
import { Notice } from './Notice';

/** This is what a form shows when the server said no: why, and what to do next. */
export function Refused({ trouble }: { trouble: Error | null }) {
  if (trouble === null) return null;
  return (
    <Notice kind="error" title={trouble instanceof Problem ? trouble.title : 'This did not work'}>
      <p>{trouble.message}</p>
    </Notice>
  );
}
