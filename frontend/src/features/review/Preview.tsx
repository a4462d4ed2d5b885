import { Trouble, Waiting } from '../../shared/Trouble';
import { usePreview } from './review';

/** This is what the requester will see: boxes of one width with their exemption, never the text below them. */
export function Preview({ id, number, version }: { id: number; number: number; version: number }) {
  const { data: preview, error, refetch } = usePreview(id, number, version, true);
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (preview === undefined) return <Waiting what="Making the preview…" />;
  return (
    <div className="review-text review-text--preview" role="region" aria-label="What the requester will see">
      {preview.passages.map((passage) => (
        <div
          key={passage.part}
          className={passage.kind === 'BODY' ? 'review-passage review-passage--body' : 'review-passage'}
        >
          <p className="review-passage__name">{passage.label}</p>
          <div className="review-passage__text" dir="auto">
            {passage.runs.map((run, index) =>
              run.box === undefined ? (
                <span key={index}>{run.text}</span>
              ) : (
                <span key={index} className={run.isDraft ? 'review-box review-box--draft' : 'review-box'}>
                  <span className="usa-sr-only">Withheld: </span>
                  {run.box}
                </span>
              ),
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
