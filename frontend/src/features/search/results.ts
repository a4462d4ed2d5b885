import { addressOf } from '../../shared/address';
import type { Sorting } from '../../shared/api';
import { composed, filtersIn, type Filters } from './filters';

export const pageSize = 20;
export const limitMax = 1000;

/** This is what the address says about a search: its words, its filters, its order, and how many results are shown. */
export interface PlaceInResults {
  readonly q: string;
  readonly limit: number;
  readonly filters?: Filters;
  readonly sort?: Sorting;
}

export function placeInResults(query: URLSearchParams): PlaceInResults {
  const limit = Number(query.get('limit') ?? pageSize);
  const isUsable = Number.isInteger(limit) && limit > 0;
  return {
    q: (query.get('q') ?? '').trim(),
    limit: isUsable ? Math.min(limit, limitMax) : pageSize,
    filters: filtersIn(query),
    sort: query.get('sort') === 'oldest' ? 'OLDEST' : 'NEWEST',
  };
}

/** The whole question in the query language; empty if nothing is asked yet. */
export const questionOf = ({ q, filters }: PlaceInResults): string => composed(q, filters ?? {});

export function resultsAddress(place: PlaceInResults): string {
  return addressOf('/search', parameters(place));
}

export function messageAddress(accession: number, place: PlaceInResults, view?: string): string {
  return addressOf(`/messages/${accession}`, { ...parameters(place), view });
}

/** The same search with more results shown. */
export function further(place: PlaceInResults): PlaceInResults {
  return { ...place, limit: Math.min(place.limit + pageSize, limitMax) };
}

/** The same search narrowed, widened or turned round: it begins at its first page again. */
export function changed(place: PlaceInResults, change: Partial<PlaceInResults>): PlaceInResults {
  return { ...place, ...change, limit: pageSize };
}

function parameters({ q, limit, filters, sort }: PlaceInResults) {
  return {
    q,
    ...filters,
    sort: sort === 'OLDEST' ? 'oldest' : undefined,
    limit: limit === pageSize ? undefined : limit,
  };
}
