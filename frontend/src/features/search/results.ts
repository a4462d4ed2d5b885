import { addressOf } from '../../shared/address';

export const pageSize = 20;
export const limitMax = 1000;

/** This is what the address says about a search: its words, and how many results are shown. */
export interface PlaceInResults {
  readonly q: string;
  readonly limit: number;
}

export function placeInResults(query: URLSearchParams): PlaceInResults {
  const limit = Number(query.get('limit') ?? pageSize);
  const isUsable = Number.isInteger(limit) && limit > 0;
  return { q: (query.get('q') ?? '').trim(), limit: isUsable ? Math.min(limit, limitMax) : pageSize };
}

export function resultsAddress({ q, limit }: PlaceInResults): string {
  return addressOf('/', { q, limit: limit === pageSize ? undefined : limit });
}

export function messageAddress(accession: number, { q, limit }: PlaceInResults, view?: string): string {
  return addressOf(`/messages/${accession}`, { q, limit: limit === pageSize ? undefined : limit, view });
}

/** The same search with more results shown. */
export function further({ q, limit }: PlaceInResults): PlaceInResults {
  return { q, limit: Math.min(limit + pageSize, limitMax) };
}
