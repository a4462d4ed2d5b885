import { Problem } from '../../shared/api';

/** This is a search the archive could not understand, with the place in it where understanding stopped. */
export function Malformed({ q, problem }: { q: string; problem: Problem }) {
  const at = Math.min(problem.position ?? q.length, q.length);
  return (
    <div className="usa-alert usa-alert--error" role="alert" id="search-error">
      <div className="usa-alert__body">
        <h2 className="usa-alert__heading">{problem.title}</h2>
        <p className="usa-alert__text">{problem.message}</p>
        {problem.position === undefined ? null : (
          <p className="malformed__query">
            <span className="usa-sr-only">The trouble starts at character {at + 1}: </span>
            {q.slice(0, at)}
            <mark>{q.slice(at, at + 1) || ' '}</mark>
            {q.slice(at + 1)}
          </p>
        )}
        {problem.hint === '' ? null : <p className="usa-alert__text">{problem.hint}</p>}
      </div>
    </div>
  );
}

export function malformedIn(error: Error | null): Problem | undefined {
  return error instanceof Problem && error.status === 400 ? error : undefined;
}
