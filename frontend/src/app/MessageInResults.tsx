import { MessagePage } from '../features/message/MessagePage';
import {
  further,
  messageAddress,
  placeInResults,
  questionOf,
  resultsAddress,
} from '../features/search/results';
import { useSearch } from '../shared/api';

/** This is a message as reached from a search: the results tell what comes before it and after it. */
export function MessageInResults({ accession, query }: { accession: number; query: URLSearchParams }) {
  const place = placeInResults(query);
  const question = questionOf(place);
  const view = query.get('view') ?? undefined;
  const { data: shown } = useSearch(question, place.limit, place.sort);
  const hits = shown?.hits ?? [];
  const at = hits.findIndex((hit) => hit.message.captures.includes(accession));
  const isLastShown = shown !== undefined && at === hits.length - 1 && at + 1 < shown.total;
  const { data: beyond } = useSearch(isLastShown ? question : '', further(place).limit, place.sort);
  const previous = hits[at - 1];
  const next = at < 0 ? undefined : (hits[at + 1] ?? beyond?.hits[at + 1]);
  return (
    <MessagePage
      key={accession}
      accession={accession}
      view={view ?? 'text'}
      trail={{
        back: question === '' ? undefined : resultsAddress(place),
        position: at < 0 || shown === undefined ? undefined : { number: at + 1, of: shown.total },
        previous: previous && messageAddress(previous.message.accession, place, view),
        next: next && messageAddress(next.message.accession, isLastShown ? further(place) : place, view),
      }}
    />
  );
}
