import { keepPreviousData, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Overview = Schemas['ReviewOverview'];
export type Line = Schemas['ReviewLine'];
export type List = Schemas['ReviewList'];
export type Item = Schemas['ReviewItemView'];
export type Passage = Schemas['ReviewPassage'];
export type Mark = Schemas['ReviewMarkView'];
export type Suggestion = Schemas['ReviewSuggestion'];
export type MenuRow = Schemas['ReviewMenuRow'];
export type Verdict = Schemas['Verdict'];
export type Kind = Verdict['kind'];
export type MarkForm = Schemas['MarkForm'];
export type Ground = Schemas['Ground'];
export type Pressed = Schemas['Pressed'];
export type Elsewhere = Schemas['Elsewhere'];
export type Spread = 'THIS' | 'THREAD' | 'IDENTICAL';
export type Show =
  | 'ALL'
  | 'UNDECIDED'
  | 'DECIDED'
  | 'NOT_RESPONSIVE'
  | 'RELEASE'
  | 'REDACT'
  | 'WITHHOLD'
  | 'DRAFTS'
  | 'WITH_COUNSEL'
  | 'KEPT_BACK'
  | 'FILES';

export interface Filter {
  readonly show: Show;
  readonly words: string;
  readonly mine: boolean;
}

const pageSize = 100;
export const base = '/api/requests/{id}/review' as const;

export const overviewKey = (id: number) => ['requests', id, 'review', 'overview'];
export const itemKey = (id: number, number: number) => ['requests', id, 'review', 'item', number];
export const listsKey = (id: number) => ['requests', id, 'review', 'list'];

export const useOverview = (id: number) =>
  useQuery({
    queryKey: overviewKey(id),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => asked<Overview>(client.GET(base, { params: { path: { id } }, signal })),
  });

export const useList = (id: number, filter: Filter, start: number) =>
  useInfiniteQuery({
    queryKey: [...listsKey(id), filter, start],
    initialPageParam: start,
    queryFn: ({ signal, pageParam }) =>
      asked<List>(
        client.GET(`${base}/items`, {
          params: { path: { id }, query: { ...filter, after: pageParam, limit: pageSize } },
          signal,
        }),
      ),
    getNextPageParam: (last) => last.next,
    staleTime: Infinity,
  });

const itemQuery = (id: number, number: number) => ({
  queryKey: itemKey(id, number),
  staleTime: 60_000,
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    asked<Item>(client.GET(`${base}/items/{number}`, { params: { path: { id, number } }, signal })),
});

/** An item as it is now. Not a query: one is given up when nobody shows the item any more. */
export const freshItem = (id: number, number: number) =>
  asked<Item>(client.GET(`${base}/items/{number}`, { params: { path: { id, number } } }));

export const useItem = (id: number, number: number) => useQuery(itemQuery(id, number));

/** Asks for the item that will probably be wanted next, so that it is there when it is. */
export function prefetch(queries: QueryClient, id: number, number: number): void {
  queries.query(itemQuery(id, number)).catch(() => undefined);
}

export const usePreview = (id: number, number: number, version: number, isWanted: boolean) =>
  useQuery({
    enabled: isWanted,
    queryKey: [...itemKey(id, number), 'preview', version],
    queryFn: ({ signal }) =>
      asked<Schemas['ReviewPreview']>(
        client.GET(`${base}/items/{number}/preview`, { params: { path: { id, number } }, signal }),
      ),
  });

export const useRelatives = (id: number, number: number) =>
  useQuery({
    queryKey: [...itemKey(id, number), 'relatives'],
    queryFn: ({ signal }) =>
      asked<Schemas['ReviewRelatives']>(
        client.GET(`${base}/items/{number}/relatives`, { params: { path: { id, number } }, signal }),
      ),
  });

/** Where the marked text stands elsewhere, from the beginning of the review to its end, a stretch at a time. */
export const useElsewhere = (id: number, number: number, mark: number) =>
  useInfiniteQuery({
    queryKey: [...itemKey(id, number), 'elsewhere', mark],
    initialPageParam: 0,
    gcTime: 0,
    queryFn: ({ signal, pageParam }) =>
      asked<Schemas['ElsewherePage']>(
        client.GET(`${base}/items/{number}/marks/{mark}/elsewhere`, {
          params: { path: { id, number, mark }, query: { after: pageParam } },
          signal,
        }),
      ),
    getNextPageParam: (last) => last.next,
  });
