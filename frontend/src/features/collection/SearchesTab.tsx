import { useState } from 'react';
import { Trouble, Waiting } from '../../shared/Trouble';
import { CertificatePanel } from './CertificatePanel';
import { Compare } from './Compare';
import { SavedSearchCard } from './SavedSearchCard';
import { Suggestions } from './Suggestions';
import { TrySearch } from './TrySearch';
import { useCollection, useSearches } from './searches';

/** This is where a request's searches are made, kept, put under review, and certified. */
export function SearchesTab({ id, isOpen }: { id: number; isOpen: boolean }) {
  const { data, error, refetch } = useSearches(id);
  const { data: collection } = useCollection(id);
  const [query, setQuery] = useState('');
  const suggested = data?.suggestions.find((one) => one.query === query.trim());
  if (error !== null) return <Trouble trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting what="Opening the searches…" />;
  return (
    <div className="collection">
      <p className="lead">
        Find what this request asks for. Save each search that counts: the archive keeps its words and exact
        figures, and the certificate lists them. Then put what was found under review.
      </p>
      <section className="request-part" aria-labelledby="try-heading">
        <h2 id="try-heading">Make a search</h2>
        <Suggestions
          suggestions={data.suggestions}
          onChoose={(suggestion) => {
            setQuery(suggestion.query);
          }}
        />
        <TrySearch id={id} query={query} suggested={suggested} onQuery={setQuery} />
      </section>
      <section className="request-part" aria-labelledby="saved-heading">
        <h2 id="saved-heading">Saved searches</h2>
        {data.searches.length === 0 ? (
          <p>None yet. Try a search above, then save it.</p>
        ) : (
          <ol className="collection__saved">
            {data.searches.map((search) => (
              <SavedSearchCard
                key={search.number}
                id={id}
                search={search}
                isOpen={isOpen}
                collected={collection?.collected.filter((one) => one.search === search.number) ?? []}
              />
            ))}
          </ol>
        )}
        {data.searches.length < 2 ? null : <Compare id={id} searches={data.searches} />}
      </section>
      {collection === undefined ? null : (
        <CertificatePanel
          id={id}
          certificates={collection.certificates}
          notSearched={collection.notSearched}
          isReady={data.searches.length > 0}
        />
      )}
    </div>
  );
}
