import { Link } from '../../shared/address';
import { useSearch } from '../../shared/api';
import { PageHeading } from '../../shared/PageHeading';
import { Trouble, Waiting } from '../../shared/Trouble';
import { ExportList } from './ExportList';
import { FilterBar } from './FilterBar';
import { Histogram } from './Histogram';
import { Malformed, malformedIn } from './Malformed';
import { Results } from './Results';
import { changed, placeInResults, questionOf, resultsAddress, type PlaceInResults } from './results';
import { SearchForm } from './SearchForm';
import { Shortcuts } from './Shortcuts';
import { Standing } from './Standing';
import { Welcome } from './Welcome';

export function SearchPage({ query }: { query: URLSearchParams }) {
  const place = placeInResults(query);
  const question = questionOf(place);
  const isSearching = question !== '';
  const {
    data: answer,
    error,
    isFetching,
    refetch,
  } = useSearch(isSearching ? question : '*', isSearching ? place.limit : 1, place.sort);
  const malformed = malformedIn(error);
  const overview = answer?.overview;
  const hasResults = isSearching && answer !== undefined && answer.total > 0 && error === null;
  return (
    <>
      <PageHeading title={isSearching ? `${question} – Search` : 'Search'}>Search the archive</PageHeading>
      <SearchForm place={place} isInvalid={malformed !== undefined} />
      <FilterBar place={place} sources={overview?.sources ?? []} />
      <div className="standing" role="status">
        {answer === undefined ? null : <Standing answer={answer} isSearching={isSearching} />}
      </div>
      {isFetching && answer === undefined ? <Waiting what="Searching…" /> : null}
      {malformed === undefined ? null : <Malformed q={question} problem={malformed} />}
      {error === null || malformed !== undefined ? null : (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      )}
      {hasResults && overview !== undefined ? <Histogram overview={overview} place={place} /> : null}
      {hasResults ? (
        <div className="tools">
          <Order place={place} />
          <ExportList key={question} q={question} total={answer.total} />
          <Shortcuts />
        </div>
      ) : null}
      {answer === undefined || error !== null ? null : isSearching ? (
        <Results answer={answer} place={place} isFetching={isFetching} />
      ) : (
        <Welcome isEmpty={answer.captures === 0 && answer.quarantined === 0} />
      )}
    </>
  );
}

function Order({ place }: { place: PlaceInResults }) {
  const isOldest = place.sort === 'OLDEST';
  return (
    <nav className="order" aria-label="Order of results">
      <Link
        href={resultsAddress(changed(place, { sort: 'NEWEST' }))}
        aria-current={isOldest ? undefined : 'true'}
      >
        Newest first
      </Link>
      <Link
        href={resultsAddress(changed(place, { sort: 'OLDEST' }))}
        aria-current={isOldest ? 'true' : undefined}
      >
        Oldest first
      </Link>
    </nav>
  );
}
