import { Link } from './address';
import { Problem } from './api';
import { Notice } from './Notice';

/** This is what a page shows when its answer did not come: what is wrong, and what to do next. */
export function Trouble({ trouble, onRetry }: { trouble: Error; onRetry: () => void }) {
  const title = trouble instanceof Problem ? trouble.title : 'The page could not show this';
  if (trouble instanceof Problem && trouble.status === 403) return <NotYours trouble={trouble} />;
  return (
    <Notice kind="error" title={title}>
      <p>{trouble.message}</p>
      <button type="button" className="usa-button usa-button--outline" onClick={onRetry}>
        Try again
      </button>
    </Notice>
  );
}

/** What is not somebody's to see is no fault, and asking again changes nothing. */
function NotYours({ trouble }: { trouble: Problem }) {
  return (
    <Notice kind="info" title="This page is not yours">
      <p>
        {trouble.message} <Link href="/">Go home</Link>
      </p>
    </Notice>
  );
}

export function Waiting({ what }: { what: string }) {
  return (
    <p className="waiting" role="status">
      <span className="waiting__bar" aria-hidden="true" />
      {what}
    </p>
  );
}
