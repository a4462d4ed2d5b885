import { useSearch } from '../../shared/api';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { Malformed, malformedIn } from './Malformed';
import { Results } from './Results';
import { placeInResults } from './results';
import { SearchForm } from './SearchForm';
import { Standing } from './Standing';
import { Welcome } from './Welcome';

export function SearchPage({ query }: { query: URLSearchParams }) {
  const place = placeInResults(query);
  const isSearching = place.q !== '';
  const {
    data: answer,
    error,
    isFetching,
    refetch,
  } = useSearch(isSearching ? place.q : '*', isSearching ? place.limit : 1);
  const malformed = malformedIn(error);
  return (
    <>
      <PageHeading title={isSearching ? `${place.q} – Search` : 'Search'}>Search the archive</PageHeading>
      <SearchForm q={place.q} isInvalid={malformed !== undefined} />
      <div className="standing" role="status">
        {answer === undefined ? null : <Standing answer={answer} isSearching={isSearching} />}
      </div>
      {isFetching && answer === undefined ? <Waiting what="Searching…" /> : null}
      {malformed === undefined ? null : <Malformed q={place.q} problem={malformed} />}
      {error === null || malformed !== undefined ? null : (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      )}
      {answer === undefined || error !== null ? null : isSearching ? (
        <Results answer={answer} place={place} isFetching={isFetching} />
      ) : (
        <Welcome isEmpty={answer.captures === 0} />
      )}
    </>
  );
}
