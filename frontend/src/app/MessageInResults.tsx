import { MessagePage } from '../features/message/MessagePage';
import { placeInResults, resultsAddress } from '../features/search/results';
import { addressOf } from '../shared/address';
import { useSearch } from '../shared/api';

/** This is a message as reached from a search: the results tell what comes before it and after it. */
export function MessageInResults({ accession, query }: { accession: number; query: URLSearchParams }) {
  const place = placeInResults(query);
  const { data: answer } = useSearch(place.q, place.limit);
  const hits = answer?.hits ?? [];
  const at = hits.findIndex((hit) => hit.message.captures.includes(accession));
  const neighbour = (offset: number) => {
    const hit = at < 0 ? undefined : hits[at + offset];
    return (
      hit &&
      addressOf(`/messages/${hit.message.accession}`, { ...place, view: query.get('view') ?? undefined })
    );
  };
  return (
    <MessagePage
      key={accession}
      accession={accession}
      view={query.get('view') ?? 'text'}
      trail={{
        back: place.q === '' ? undefined : resultsAddress(place),
        position: at < 0 || answer === undefined ? undefined : { number: at + 1, of: answer.total },
        previous: neighbour(-1),
        next: neighbour(1),
      }}
    />
  );
}
