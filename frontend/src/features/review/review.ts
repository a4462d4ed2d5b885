import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { sendFile } from '../../shared/upload';

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
const base = '/api/requests/{id}/review' as const;

const overviewKey = (id: number) => ['requests', id, 'review', 'overview'];
const itemKey = (id: number, number: number) => ['requests', id, 'review', 'item', number];
const listsKey = (id: number) => ['requests', id, 'review', 'list'];

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

/** Puts what is known now of an item into every list that shows it; a filter is asked again only when it is changed. */
function renew(queries: QueryClient, id: number, item: Item): void {
  queries.setQueryData(itemKey(id, item.line.number), item);
  queries.setQueriesData<{ pages: List[]; pageParams: unknown[] }>({ queryKey: listsKey(id) }, (known) =>
    known === undefined
      ? known
      : {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            lines: page.lines.map((line) => (line.number === item.line.number ? item.line : line)),
          })),
        },
  );
}

/** An act on one item that answers with the item as it is after it. */
function useItemAct<T>(id: number, act: (what: T) => Promise<Item>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (item) => {
      renew(queries, id, item);
      void queries.invalidateQueries({ queryKey: overviewKey(id) });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['requests', id, 'review', 'item'] }),
  });
}

/** An act on several items: each that is on the page is asked again. */
function usePress<T>(id: number, act: (what: T) => Promise<Pressed>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    // Nobody waits for it: whoever decided is on the next item by then.
    onSuccess: ({ changed }) => {
      void queries.invalidateQueries({ queryKey: overviewKey(id) });
      const [only, another] = changed;
      if (only === undefined || another !== undefined) {
        void queries.invalidateQueries({ queryKey: ['requests', id, 'review'] });
        return;
      }
      queries.query({ ...itemQuery(id, only), staleTime: 0 }).then(
        (item) => {
          renew(queries, id, item);
        },
        () => undefined,
      );
    },
    onError: () => queries.invalidateQueries({ queryKey: ['requests', id, 'review', 'item'] }),
  });
}

interface At {
  readonly number: number;
  readonly version: number;
}

export const useDecide = (id: number) =>
  usePress(id, ({ number, version, verdict, spread }: At & { verdict: Verdict; spread: Spread }) =>
    asked<Pressed>(
      client.POST(`${base}/items/{number}/decision`, {
        params: { path: { id, number } },
        body: { version, verdict, spread },
      }),
    ),
  );

export const useUndo = (id: number) =>
  useItemAct(id, ({ number, version }: At) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/undo`, { params: { path: { id, number } }, body: { version } }),
    ),
  );

export const useUndoPress = (id: number) =>
  usePress(id, (batch: number) =>
    asked<Pressed>(client.POST(`${base}/presses/{batch}/undo`, { params: { path: { id, batch } } })),
  );

export const useMark = (id: number) =>
  useItemAct(id, ({ number, version, marks }: At & { marks: MarkForm[] }) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/marks`, {
        params: { path: { id, number } },
        body: { version, marks },
      }),
    ),
  );

export const useChangeMark = (id: number) =>
  useItemAct(id, ({ number, version, mark, form }: At & { mark: number; form: MarkForm }) =>
    asked<Item>(
      client.PUT(`${base}/items/{number}/marks/{mark}`, {
        params: { path: { id, number, mark } },
        body: { version, mark: form },
      }),
    ),
  );

export const useRemoveMark = (id: number) =>
  useItemAct(id, ({ number, version, mark }: At & { mark: number }) =>
    asked<Item>(
      client.DELETE(`${base}/items/{number}/marks/{mark}`, {
        params: { path: { id, number, mark }, query: { version } },
      }),
    ),
  );

export const useMarkAll = (id: number) =>
  usePress(id, (places: { item: number; form: MarkForm }[]) =>
    asked<Pressed>(client.POST(`${base}/marks`, { params: { path: { id } }, body: { places } })),
  );

export const useDismiss = (id: number) =>
  useItemAct(id, ({ number, version, key }: At & { key: string }) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/suggestions/dismiss`, {
        params: { path: { id, number } },
        body: { version, key, reason: '' },
      }),
    ),
  );

export const useAnswer = (id: number) =>
  useItemAct(id, ({ number, version, ...answer }: At & { answer: string; isPrivileged: boolean }) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/answer`, {
        params: { path: { id, number } },
        body: { version, answer },
      }),
    ),
  );

function useReviewAct<T, R>(id: number, act: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['requests', id, 'review'] }),
  });
}

export const useAssign = (id: number) =>
  useReviewAct(id, (body: { from: number; to: number; person?: number }) =>
    asked<Schemas['ReviewAssigned']>(client.POST(`${base}/assignments`, { params: { path: { id } }, body })),
  );

export const useAddFile = (id: number) =>
  useReviewAct(id, (file: File) =>
    sendFile<Line>(
      'POST',
      `/api/requests/${id}/review/files?name=${encodeURIComponent(file.name)}`,
      file,
      'application/octet-stream',
    ),
  );

export const fileAddress = (id: number, number: number) => `/api/requests/${id}/review/items/${number}/file`;
