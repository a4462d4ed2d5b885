import type { SearchAnswer } from '../../shared/api';
import { count, counted } from '../../shared/wording';

/** This is how much was found and how complete that is. No answer is shown without it. */
export function Standing({ answer, isSearching }: { answer: SearchAnswer; isSearching: boolean }) {
  const { total, captures, unsearchable, indexedThrough, archived } = answer;
  const isBehind = indexedThrough < archived;
  return (
    <>
      <p>
        {isSearching ? '' : 'The archive holds '}
        <strong>{counted(total, 'message')}</strong> ({counted(captures, 'capture')}
        ); {count(unsearchable)} could not be fully read; indexed through {count(indexedThrough)}
        {isBehind ? ` of ${count(archived)} records, the rest follows` : ''}.
      </p>
      {answer.quarantined > 0 ? (
        <p>
          <strong>{counted(answer.quarantined, 'more message')}</strong>{' '}
          {answer.quarantined === 1 ? 'matches and is' : 'match and are'} kept back by counsel. Ask counsel
          about {answer.quarantined === 1 ? 'it' : 'them'}.
        </p>
      ) : null}
      {isSearching ? (
        <p className="standing__meaning">
          Understood as <kbd>{answer.parsed}</kbd>
        </p>
      ) : null}
    </>
  );
}
