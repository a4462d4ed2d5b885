import { useState } from 'react';
import { Refused } from '../../shared/Refused';
import { count, minute } from '../../shared/wording';
import { CollectPanel } from './CollectPanel';
import { Reword } from './Reword';
import { RunFigures } from './RunFigures';
import { useRunAgain, type Collected, type SavedSearch, type SearchVersion } from './searches';
import { Words } from './Words';

interface SavedSearchCardProps {
  readonly id: number;
  readonly search: SavedSearch;
  readonly collected: readonly Collected[];
  readonly isOpen: boolean;
}

/** This is one saved search: its words, its latest figures, what was done with it. */
export function SavedSearchCard({ id, search, collected, isOpen }: SavedSearchCardProps) {
  const [isRewording, setIsRewording] = useState(false);
  const running = useRunAgain(id, search.number);
  const version = search.versions.at(-1);
  const run = version?.runs.at(-1);
  if (version === undefined || run === undefined) return null;
  return (
    <li className="saved-search">
      <h3>
        {search.number}. {search.name}
      </h3>
      <p>{version.why}</p>
      <Words name="Searched for" words={version.query} />
      {version.parsed === version.query ? null : <Words name="Understood as" words={version.parsed} />}
      <RunFigures counts={run.counts} />
      <p className="collection__note">
        Counted {minute(run.at)} by {run.by}, version {version.version}, log position{' '}
        {count(run.counts.indexedThrough)}.
      </p>
      <CollectPanel id={id} number={search.number} collected={collected} isOpen={isOpen} />
      <div className="collection__acts">
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={running.isPending}
          onClick={() => {
            running.mutate(undefined);
          }}
        >
          Count search {search.number} again
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          aria-expanded={isRewording}
          aria-label={`Change the words of search ${search.number}`}
          onClick={() => {
            setIsRewording(!isRewording);
          }}
        >
          Change the words
        </button>
      </div>
      <Refused trouble={running.error} />
      {isRewording ? (
        <Reword
          id={id}
          number={search.number}
          before={version.query}
          onDone={() => {
            setIsRewording(false);
          }}
        />
      ) : null}
      <History versions={search.versions} />
    </li>
  );
}

/** Nothing is lost: every wording and every run stays. */
function History({ versions }: { versions: readonly SearchVersion[] }) {
  const runs = versions.flatMap((version) => version.runs.map((run) => ({ version, run })));
  if (runs.length < 2) return null;
  return (
    <details className="collection__more">
      <summary>All {count(runs.length)} counts of this search</summary>
      <ol>
        {runs.map(({ version, run }) => (
          <li key={run.id}>
            Version {version.version}, <code>{version.query}</code>: {count(run.counts.total)} found,{' '}
            {count(run.counts.keptBack)} kept back; {minute(run.at)}, {run.by}
          </li>
        ))}
      </ol>
    </details>
  );
}
